import { lazy } from 'react';
import type { FindWidget, FormWidget, StudioPlugin } from '../form-view/plugin-widget.ts';

/** The studio halves of the plugins that were there when the studio was built; each is fetched when a form needs it. */
const parts = import.meta.glob<{ readonly plugin: StudioPlugin }>('../../plugins/*/studio.tsx');

const known = new Map<string, FormWidget>();

/** Finds a plugin's control by its word; the same word is the same component, so that it keeps what it holds. */
export const findPluginWidget: FindWidget = (word) => {
  const [plugin = '', name = ''] = word.split(':');
  const load = parts[`../../plugins/${plugin}/studio.tsx`];
  if (load === undefined) return null;
  const widget = known.get(word) ?? lazy(async () => ({ default: widgetIn((await load()).plugin, word, name) }));
  known.set(word, widget);
  return widget;
};

function widgetIn(plugin: StudioPlugin, word: string, name: string): FormWidget {
  const widget = plugin.widgets[name];
  if (widget === undefined) throw new Error(`no control "${word}"`);
  return widget;
}
