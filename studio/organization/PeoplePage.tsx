import { type ReactElement, useState } from 'react';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listPeople } from '../../server/http/contract/people.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { PagedTable } from '../ui/desktop/PagedTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { clockWords } from '../ui/time-words.ts';
import { queryOf, useListAddress } from '../ui/use-list-address.ts';
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
  const [asked, look] = useListAddress('/people');
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const answer = useAnswer(listPeople, { query: { ...queryOf(asked), limit: PAGE } }, { keepBefore: true });
  const { data, isPlaceholderData } = answer;
  const columns = usePeopleColumns();
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
        <ButtonLink to="/people/workbook">{text('workbook.open')}</ButtonLink>
        <Button kind="primary" onPress={() => setAdding(true)}>
          {text('person.add')}
        </Button>
      </PageHead>
      <div className="gl-page-row">
        <WordsFilter label={text('people.search')} value={asked.q} onChange={(q) => look({ q })} />
      </div>
      <PagedTable
        label={text('nav.people')}
        columns={columns}
        rows={data?.people}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        waiting={<Waiting {...waitingFor(answer)} lines={10} />}
        empty={<NoPeople narrowed={asked.q !== ''} />}
        stale={isPlaceholderData}
        offset={asked.offset}
        total={data?.total ?? 0}
        size={PAGE}
        onMove={(offset) => look({ offset })}
      />
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {opened !== undefined && (
        <PersonPanel
          person={opened}
          mayEdit={person.permissions.includes('people.edit')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function NoPeople({ narrowed }: { readonly narrowed: boolean }): ReactElement {
  const { text } = useText();
  return (
    <EmptyState
      title={text(narrowed ? 'people.none-found' : 'people.none')}
      next={text(narrowed ? 'people.none-found.next' : 'people.none.next')}
    />
  );
}
