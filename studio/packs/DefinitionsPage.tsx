import { type ReactElement, useState } from 'react';
import { useSearch } from 'wouter';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useCalendarReminders } from '../api/use-calendar-reminders.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ToggleChip } from '../ui/desktop/ToggleChip.tsx';
import { ListFacts } from '../ui/PageHead.tsx';
import { Reminders } from '../ui/Reminders.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { AreaHead } from './AreaHead.tsx';
import { addableKinds, definitionGroups, groupDefinitions, kindTitle } from './definition-groups.ts';
import { DefinitionsTable } from './DefinitionsTable.tsx';
import { DraftBar } from './DraftBar.tsx';

type Definitions = AnswerOf<typeof listDefinitions>;

/** 配置总览: what an area runs on, kind by kind, with its open draft laid over it; or one group of kinds alone. */
export function DefinitionsPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { area } = useDefinitionArea(person);
  const reminders = useCalendarReminders(person);
  const group = new URLSearchParams(useSearch()).get('of') ?? '';
  const answer = useAnswer(
    listDefinitions,
    { params: { area: area?.code ?? '' } },
    { when: area !== null, keepBefore: true, every: 30 },
  );
  const { data } = answer;
  const found = definitionGroups.find(({ id }) => id === group);
  return (
    <div className="gl-page">
      <AreaHead person={person} title={text(found?.title ?? 'nav.definitions')}>
        {data !== undefined && (
          <ListFacts
            total={text('definitions.total', { count: data.definitions.length })}
            rest={text('definitions.facts', {
              pack: pack(data.pack.title),
              version: data.pack.version,
              time: clockWords(data.asOf),
            })}
          />
        )}
        {found !== undefined &&
          data?.mayEdit === true &&
          addableKinds(found).map((kind) => (
            <ButtonLink key={kind} to={`/definitions/${kind}`}>
              {text('definitions.new', { kind: text(kindTitle(kind)) })}
            </ButtonLink>
          ))}
      </AreaHead>
      {found !== undefined && <p className="quiet">{text(found.about)}</p>}
      <Reminders label={text('calendar-reminders')} reminders={reminders} />
      {area === null && <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={10} />
        </Card>
      )}
      {data !== undefined && <Shown key={data.area.code} answer={data} group={group} />}
    </div>
  );
}

function Shown({ answer, group }: { readonly answer: Definitions; readonly group: string }): ReactElement {
  const { text } = useText();
  const [words, setWords] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const groups = groupDefinitions(answer.definitions, { group, words, changedOnly });
  const changed = answer.definitions.filter(({ state }) => state !== 'same').length;
  return (
    <>
      <DraftBar answer={answer} changed={changed} />
      <div className="gl-page-row">
        <WordsFilter label={text('definitions.search')} value={words} onChange={setWords} />
        <ToggleChip on={changedOnly} onChange={setChangedOnly}>
          {text('definitions.changed-only', { count: changed })}
        </ToggleChip>
      </div>
      {groups.map((one) => (
        <DefinitionsTable key={one.group.id} group={one.group} lines={one.lines} alone={group !== ''} />
      ))}
      {groups.length === 0 && (
        <Card>
          <EmptyState
            title={text('definitions.none')}
            next={text(changedOnly && words === '' ? 'definitions.none.changed' : 'definitions.none.next')}
          />
        </Card>
      )}
    </>
  );
}
