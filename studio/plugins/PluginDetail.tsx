import type { ReactElement } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { listPlugins } from '../../server/http/contract/plugins.ts';
import { type TextKey, useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { Folded } from '../ui/Folded.tsx';
import { DeliveriesCard } from './DeliveriesCard.tsx';
import { PluginState } from './PluginList.tsx';
import type { Plugin } from './PluginsPage.tsx';
import { SettingsCard } from './SettingsCard.tsx';

interface PluginDetailProps {
  readonly plugin: Plugin;
  readonly area: AnswerOf<typeof listPlugins>['area'];
}

const kinds: Readonly<Record<Plugin['adds'][number]['kind'], TextKey>> = {
  job: 'plugin.adds.job',
  channel: 'plugin.adds.channel',
  widget: 'plugin.adds.widget',
  rule: 'plugin.adds.rule',
};

/** One plugin: what it does, what it adds, what it may read; how it is set, and what left through it. */
export function PluginDetail({ plugin, area }: PluginDetailProps): ReactElement {
  const { text, either, pack } = useText();
  return (
    <div className="gl-plugin">
      <Card
        title={either(plugin.title)}
        count={text('plugin.version', { version: plugin.version })}
        aside={<PluginState plugin={plugin} />}
      >
        <p>{either(plugin.about)}</p>
        {plugin.fault !== null && (
          <p className="gl-late" role="alert">
            {text('plugin.fault', { why: either(plugin.fault) })}
          </p>
        )}
        <div className="gl-plugin-facts">
          <section>
            <h3>{text('plugin.adds')}</h3>
            <ul className="gl-plugin-lines">
              {plugin.adds.map(({ kind, word, title }) => (
                <li key={word}>{text(kinds[kind], { title: either(title) })}</li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{text('plugin.rights')}</h3>
            <ul className="gl-plugin-lines">
              {plugin.rights.map((right) => (
                <li key={right.zh}>{either(right)}</li>
              ))}
            </ul>
          </section>
        </div>
        <Folded title={text('plugin.words')} lines={plugin.adds.map(({ word, title }) => `${either(title)} ${word}`)} />
        {plugin.setIn !== null && plugin.setIn.code !== area.code && (
          <p className="quiet">{text('plugin.inherited', { area: pack(plugin.setIn.name) })}</p>
        )}
      </Card>
      <SettingsCard key={`${plugin.revision} ${plugin.active}`} plugin={plugin} area={area} />
      {plugin.canSend && <DeliveriesCard plugin={plugin} area={area.code} />}
    </div>
  );
}
