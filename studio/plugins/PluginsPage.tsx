import { type ReactElement, useState } from 'react';
import { listPlugins } from '../../server/http/contract/plugins.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea, useDefinitionAreas } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { PickChip } from '../ui/desktop/PickChip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { BrokenPlugins } from './BrokenPlugins.tsx';
import { PluginDetail } from './PluginDetail.tsx';
import { PluginList } from './PluginList.tsx';
import './plugins-page.css';

export type Plugin = AnswerOf<typeof listPlugins>['plugins'][number];

/** 插件: what is installed beside the program, what each adds and may read, and how it is set in an area. */
export function PluginsPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const { areas, choose } = useDefinitionAreas(person);
  const answer = useAnswer(listPlugins, { query: area === null ? {} : { area: area.code } }, { keepBefore: true });
  const { data } = answer;
  return (
    <div className="gl-page">
      <PageHead
        title={text('nav.plugins')}
        beside={
          data !== undefined && (
            <PickChip
              label={text('definitions.area')}
              value={data.area.code}
              choices={areas.map(({ code, name }) => ({ id: code, title: pack(name) }))}
              onChange={(code) => {
                const chosen = areas.find((one) => one.code === code);
                if (chosen !== undefined) choose(chosen);
              }}
            />
          )
        }
      >
        <p className="quiet">{text('plugins.about')}</p>
      </PageHead>
      {data === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      ) : (
        <Plugins key={data.area.code} answer={data} />
      )}
    </div>
  );
}

function Plugins({ answer }: { readonly answer: AnswerOf<typeof listPlugins> }): ReactElement {
  const { text } = useText();
  const { plugins, broken, area } = answer;
  const [chosen, choose] = useState(plugins[0]?.id);
  const plugin = plugins.find(({ id }) => id === chosen) ?? plugins[0];
  return (
    <>
      {broken.length > 0 && <BrokenPlugins broken={broken} />}
      {plugin === undefined ? (
        <Card>
          <EmptyState title={text('plugins.none')} next={text('plugins.none.next')} />
        </Card>
      ) : (
        <div className="gl-plugins">
          <PluginList plugins={plugins} chosen={plugin.id} onChoose={choose} />
          <PluginDetail key={plugin.id} plugin={plugin} area={area} />
        </div>
      )}
    </>
  );
}
