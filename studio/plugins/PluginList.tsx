import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { Tag } from '../ui/Tag.tsx';
import type { Plugin } from './PluginsPage.tsx';

interface PluginListProps {
  readonly plugins: readonly Plugin[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The installed plugins, one of which is looked at. */
export function PluginList({ plugins, chosen, onChoose }: PluginListProps): ReactElement {
  const { text, either } = useText();
  return (
    <Card title={text('plugins.installed')} count={text('plugins.count', { count: plugins.length })} bare>
      <ul className="gl-plugin-list">
        {plugins.map((plugin) => (
          <li key={plugin.id}>
            <button
              type="button"
              aria-current={plugin.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(plugin.id)}
            >
              <span className="cut">{either(plugin.title)}</span>
              <PluginState plugin={plugin} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Whether it works here, in one word. */
export function PluginState({ plugin }: { readonly plugin: Plugin }): ReactElement {
  const { text } = useText();
  if (plugin.state === 'failed') return <Tag tone="late">{text('plugin.failed')}</Tag>;
  return plugin.active ? <Tag tone="ok">{text('plugin.on')}</Tag> : <Tag>{text('plugin.off')}</Tag>;
}
