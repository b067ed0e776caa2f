import { useMemo, useState } from 'react';
import { listPlugins, setPlugin } from '../../server/http/contract/plugins.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { ownObject } from '../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { ProblemRecord } from '../api/problem-error.ts';
import { useCommand } from '../api/use-command.ts';
import { type FormEntry, useFormEntry } from '../form-view/use-form-entry.ts';
import { useText } from '../translations/texts.ts';
import type { Plugin } from './PluginsPage.tsx';

/** The settings of a plugin while somebody fills them in. */
export interface PluginSettings {
  readonly entry: FormEntry;
  /** Stores what is filled in and switches the plugin on; true when it was done. */
  readonly save: () => Promise<boolean>;
  readonly switchOff: () => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
  /** English of the form's texts, while English is chosen. */
  readonly translate: (chinese: string) => string;
}

/** The one step of a settings form. */
const STEP = 'settings';

const nothingToSet: FormDefinition = {
  id: 'settings',
  title: '',
  schema: { type: 'object', properties: {} },
  ui: {},
  rules: [],
  rights: {},
};

/** Holds the settings of a plugin in an area. */
export function usePluginSettings(plugin: Plugin, area: string): PluginSettings {
  const { language, text } = useText();
  const kept = text('plugin.secret.kept');
  const [subject] = useState(() => ({
    form: withKeptSecrets((plugin.form ?? nothingToSet) as unknown as FormDefinition, plugin.keptSecrets, kept),
    initial: plugin.data as JsonObject,
  }));
  const translate = useMemo(
    () => (chinese: string) => (language === 'en' ? (plugin.english[chinese] ?? chinese) : chinese),
    [language, plugin.english],
  );
  const entry = useFormEntry({ ...subject, step: STEP, translate });
  const command = useCommand(setPlugin, [listPlugins]);
  const send = async (body: { readonly active: boolean; readonly data?: JsonObject }): Promise<boolean> => {
    const params = { plugin: plugin.id };
    return (await command.run({ params, body: { area, revision: plugin.revision, ...body } })) !== null;
  };
  return {
    entry,
    translate,
    busy: command.busy,
    problem: command.problem,
    save: async () => {
      const data = entry.check();
      return data !== null && send({ active: true, data });
    },
    switchOff: () => send({ active: false }),
  };
}

/** Where a secret is stored, its empty box says so. */
function withKeptSecrets(form: FormDefinition, secrets: readonly string[], says: string): FormDefinition {
  const boxes = secrets.map((name) => [name, { ...ownObject(form.ui, name), 'ui:placeholder': says }] as const);
  return { ...form, ui: { ...form.ui, ...Object.fromEntries(boxes) } };
}
