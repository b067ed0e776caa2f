import { type ReactElement, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listPeople } from '../../server/http/contract/people.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Pager } from '../ui/desktop/Pager.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { OrganizationViews } from './OrganizationViews.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

export type Person = AnswerOf<typeof listPeople>['people'][number];

const PAGE = 20;

/** The people of the area: found by name, account, post or area; added, given passwords, suspended. */
export function PeoplePage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const [q, offset] = [params.get('q') ?? '', Math.max(0, Number(params.get('offset') ?? 0) || 0)];
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const answer = useAnswer(
    listPeople,
    { query: { limit: PAGE, offset, ...(q === '' ? {} : { q }) } },
    { keepBefore: true },
  );
  const { data, isPlaceholderData } = answer;
  const columns = usePeopleColumns();
  const look = (change: { readonly q?: string; readonly offset?: number }): void => {
    const next = new URLSearchParams();
    const wanted = change.q ?? q;
    if (wanted !== '') next.set('q', wanted);
    if (change.offset !== undefined && change.offset > 0) next.set('offset', String(change.offset));
    navigate(next.size === 0 ? '/people' : `/people?${next.toString()}`, { replace: true });
  };
  const opened = data?.people.find(({ id }) => id === open);
  return (
    <div className="gl-page">
      <PageHead title={text('nav.people')} beside={<OrganizationViews person={person} current="people" />}>
        {data !== undefined && (
          <ListFacts
            total={text('people.total', { count: data.total })}
            rest={text('as-of', { time: clockWords(data.asOf) })}
          />
        )}
        <Button
          kind="primary"
          onPress={() => {
            setAdding(true);
          }}
        >
          {text('person.add')}
        </Button>
      </PageHead>
      <div className="gl-page-row">
        <WordsFilter
          label={text('people.search')}
          value={q}
          onChange={(words) => {
            look({ q: words });
          }}
        />
      </div>
      <Table
        label={text('nav.people')}
        columns={columns}
        rows={data?.people ?? []}
        rowKey={({ id }) => id}
        stale={isPlaceholderData}
        onOpen={({ id }) => {
          setOpen(id);
        }}
        placeholder={
          data === undefined ? (
            <Waiting {...waitingFor(answer)} lines={10} />
          ) : (
            <EmptyState
              title={text(q === '' ? 'people.none' : 'people.none-found')}
              next={text(q === '' ? 'people.none.next' : 'people.none-found.next')}
            />
          )
        }
      />
      {data !== undefined && (
        <Pager
          offset={offset}
          shown={data.people.length}
          total={data.total}
          size={PAGE}
          onMove={(to) => {
            look({ offset: to });
          }}
        />
      )}
      {adding && (
        <AddPersonDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {opened !== undefined && (
        <PersonPanel
          person={opened}
          mayEdit={person.permissions.includes('people.edit')}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}
