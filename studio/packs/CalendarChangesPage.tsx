import { type ReactElement, useState } from 'react';
import { previewRebase } from '../../server/http/contract/calendars.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useCalendarReminders } from '../api/use-calendar-reminders.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts } from '../ui/PageHead.tsx';
import { Reminders } from '../ui/Reminders.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { AreaHead, PublishViews } from './AreaHead.tsx';
import { RebaseDialog, type RebaseTarget } from './RebaseDialog.tsx';
import { useAreaMoveColumns, useMovingClockColumns } from './use-moving-clock-columns.tsx';

export type CalendarChanges = AnswerOf<typeof previewRebase>;

/** 日历改期: which open limits a changed calendar would move; nothing moves before somebody says so. */
export function CalendarChangesPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const reminders = useCalendarReminders(person);
  const answer = useAnswer(
    previewRebase,
    { params: { area: area?.code ?? '' } },
    { when: area !== null, keepBefore: true, every: 15 },
  );
  const { data } = answer;
  return (
    <div className="gl-page">
      <AreaHead person={person} title={text('nav.publish')} beside={<PublishViews current="calendar-changes" />}>
        {data !== undefined && (
          <ListFacts
            total={text('calendar-changes.total', { count: data.behind })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: pack(data.area.name) })}
          />
        )}
      </AreaHead>
      <p className="quiet">{text('calendar-changes.says')}</p>
      <Reminders label={text('calendar-reminders')} reminders={reminders} />
      {area === null && <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      )}
      {data !== undefined && <Changes key={data.area.code} changes={data} />}
    </div>
  );
}

function Changes({ changes }: { readonly changes: CalendarChanges }): ReactElement {
  const { text, pack } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [moved, setMoved] = useState<RebaseTarget | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const names = changes.calendars.map(({ title }) => pack(title)).join(text('list.comma'));
  const some = [...chosen];
  return (
    <>
      {begun !== null && <Begun bulk={begun} />}
      {changes.behind === 0 ? (
        <Card>
          <EmptyState title={text('calendar-changes.none')} next={text('calendar-changes.none.next')} />
        </Card>
      ) : (
        <>
          <section className="gl-draft-bar">
            <p>{text('calendar-changes.which', { names })}</p>
            {some.length > 0 && (
              <Button onPress={() => setMoved({ instances: some })}>
                {text('calendar-changes.move-some', { count: some.length })}
              </Button>
            )}
            <Button kind="primary" onPress={() => setMoved({})}>
              {text('calendar-changes.move-all')}
            </Button>
          </section>
          <Lists changes={changes} chosen={chosen} onChosen={setChosen} />
        </>
      )}
      {moved !== null && (
        <RebaseDialog
          changes={changes}
          target={moved}
          onClose={() => setMoved(null)}
          onBegun={(bulk) => {
            setMoved(null);
            setChosen(new Set());
            setBegun(bulk);
          }}
        />
      )}
    </>
  );
}

function Begun({ bulk }: { readonly bulk: string }): ReactElement {
  const { text } = useText();
  return (
    <section className="gl-draft-bar" role="status">
      <p>
        <i className="gl-shape gl-shape-ok" aria-hidden="true" />
        {text('calendar-changes.begun.says')}
      </p>
      <ButtonLink to={`/operations/bulk/${bulk}`} kind="primary">
        {text('calendar-changes.watch')}
      </ButtonLink>
    </section>
  );
}

interface ListsProps {
  readonly changes: CalendarChanges;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

function Lists({ changes, chosen, onChosen }: ListsProps): ReactElement {
  const { text } = useText();
  const { clocks, byArea, behind } = changes;
  const columns = useMovingClockColumns(changes, { chosen, onChosen });
  const areaColumns = useAreaMoveColumns();
  const count = byArea.reduce((total, { moving }) => total + moving, 0);
  if (count === 0)
    return (
      <Card>
        <EmptyState
          title={text('calendar-changes.still')}
          next={text('calendar-changes.still.next', { count: behind })}
        />
      </Card>
    );
  const counted = clocks.length < count ? 'calendar-changes.clocks.first' : 'calendar-changes.clocks.count';
  return (
    <>
      <Card title={text('calendar-changes.by-area')} bare>
        <Table
          label={text('calendar-changes.by-area')}
          columns={areaColumns}
          rows={byArea}
          rowKey={({ area }) => area.code}
        />
      </Card>
      <Card title={text('calendar-changes.clocks')} count={text(counted, { count, shown: clocks.length })} bare>
        <Table
          label={text('calendar-changes.clocks')}
          columns={columns}
          rows={clocks}
          rowKey={({ instance, userTask, limit }) => `${instance} ${userTask} ${limit}`}
        />
      </Card>
    </>
  );
}
