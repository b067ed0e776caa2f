import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listUnheldWork } from '../../server/http/contract/unheld-work.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button } from '../ui/Button.tsx';
import { PagedTable } from '../ui/desktop/PagedTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Light } from '../ui/Light.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import type { Column } from '../ui/Table.tsx';
import { clockWords, dateWords } from '../ui/time-words.ts';
import { queryOf, useListAddress } from '../ui/use-list-address.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { OrganizationViews } from './OrganizationViews.tsx';

export type UnheldTask = AnswerOf<typeof listUnheldWork>['userTasks'][number];

const PAGE = 20;

interface Doing {
  readonly what: 'give' | 'assign';
  readonly task: UnheldTask;
}

/** 无人办理: work at posts nobody holds, and the two ways to get it done. */
export function UnheldPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [asked, look] = useListAddress('/unheld');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { q: _words, ...query } = queryOf(asked);
  const answer = useAnswer(listUnheldWork, { query: { ...query, limit: PAGE } }, { keepBefore: true, every: 60 });
  const { data, isPlaceholderData } = answer;
  const close = (): void => setDoing(null);
  return (
    <div className="gl-page">
      <PageHead title={text('nav.unheld')} beside={<OrganizationViews person={person} current="unheld" />}>
        {data !== undefined && (
          <ListFacts
            total={text('unheld.total', { count: data.total })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
      </PageHead>
      {data !== undefined && data.total > 0 && <p className="quiet">{text('unheld.says')}</p>}
      <PagedTable
        label={text('nav.unheld')}
        columns={columns(texts, data?.asOf ?? '', setDoing)}
        rows={data?.userTasks}
        rowKey={({ id }) => id}
        onOpen={() => undefined}
        waiting={<Waiting {...waitingFor(answer)} lines={6} />}
        empty={<EmptyState title={text('unheld.none')} next={text('unheld.none.next')} />}
        stale={isPlaceholderData}
        offset={asked.offset}
        total={data?.total ?? 0}
        size={PAGE}
        onMove={(offset) => look({ offset })}
      />
      {doing?.what === 'give' && <GiveDialog task={doing.task} onClose={close} />}
      {doing?.what === 'assign' && (
        <AssignDialog
          post={{ id: doing.task.position.post, title: doing.task.position.postTitle }}
          area={doing.task.position.area}
          kind="formal"
          onClose={close}
        />
      )}
    </div>
  );
}

function columns(texts: Texts, asOf: string, onDo: (doing: Doing) => void): readonly Column<UnheldTask>[] {
  const { text, pack } = texts;
  const isChinese = texts.language === 'zh';
  return [
    {
      id: 'light',
      title: text('unheld.column.light'),
      width: isChinese ? 170 : 248,
      cell: ({ light }) => light !== null && <Light value={light} filled={false} />,
    },
    {
      id: 'case',
      title: text('unheld.column.case'),
      wraps: true,
      whole: ({ subject }) => pack(subject.title),
      cell: ({ subject }) =>
        subject.kind === 'case' ? (
          <Link href={`/cases/${subject.id}`}>
            {subject.number} {pack(subject.title)}
          </Link>
        ) : (
          pack(subject.title)
        ),
    },
    { id: 'step', title: text('unheld.column.step'), width: 110, cell: ({ title }) => pack(title) },
    ...placeColumns(texts, asOf),
    {
      id: 'do',
      title: text('unheld.column.do'),
      width: isChinese ? 170 : 208,
      cell: (task) =>
        task.mayGive && (
          <>
            <Button small onPress={() => onDo({ what: 'give', task })}>
              {text('unheld.give')}
            </Button>{' '}
            <Button small kind="text" onPress={() => onDo({ what: 'assign', task })}>
              {text('unheld.assign')}
            </Button>
          </>
        ),
    },
  ];
}

/** Where the work lies, since when nobody is there, and for whom it was meant. */
function placeColumns(texts: Texts, asOf: string): readonly Column<UnheldTask>[] {
  const { text, pack } = texts;
  const place = ({ area, postTitle }: UnheldTask['position']): string => `${pack(area.name)} · ${pack(postTitle)}`;
  const isAsked = ({ asked, position }: UnheldTask): boolean =>
    asked.post === position.post && asked.area.code === position.area.code;
  return [
    {
      id: 'position',
      title: text('unheld.column.position'),
      width: 150,
      wraps: true,
      whole: ({ position }) => place(position),
      cell: ({ position }) => place(position),
    },
    {
      id: 'since',
      title: text('unheld.column.since'),
      width: 110,
      cell: ({ leftOn }) => (leftOn === null ? text('unheld.never') : dateWords(leftOn, asOf, texts)),
    },
    {
      id: 'from',
      title: text('unheld.column.from'),
      width: 150,
      wraps: true,
      whole: ({ asked }) => place(asked),
      cell: (task) => <span className="quiet">{isAsked(task) ? text('unheld.same') : place(task.asked)}</span>,
    },
  ];
}
