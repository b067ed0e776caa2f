import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { listEntries } from '../../server/http/contract/ledgers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { ChoiceChip } from '../ui/desktop/ChoiceChip.tsx';
import { PagedTable } from '../ui/desktop/PagedTable.tsx';
import { queryOf, useListAddress } from '../ui/use-list-address.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { EntryListHead } from './EntryListHead.tsx';
import { NoEntries } from './NoEntries.tsx';
import { useEntryColumns } from './use-entry-columns.tsx';

const PAGE = 20;

/** The entries of a ledger, found by what its definition says is searched; personal fields are masked. */
export function EntryListPage({ ledger }: { readonly ledger: string }): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const [asked, look] = useListAddress(`/ledgers/${ledger}`);
  const query = { ...queryOf(asked), limit: PAGE };
  const answer = useAnswer(listEntries, { params: { ledger }, query }, { keepBefore: true });
  const { data, isPlaceholderData } = answer;
  const columns = useEntryColumns(data, ledger);
  return (
    <div className="gl-page">
      <EntryListHead ledger={ledger} entries={data} />
      <div className="gl-page-row">
        <WordsFilter label={text('entries.search')} value={asked.q} onChange={(q) => look({ q })} />
        <ChoiceChip
          title={text('board.grid')}
          value={asked.area === '' ? undefined : asked.area}
          choices={(data?.grids ?? []).map(({ code, name }) => ({ id: code, title: pack(name) }))}
          onChange={(area = '') => look({ area })}
        />
      </div>
      <PagedTable
        label={text('nav.ledgers')}
        columns={columns}
        rows={data?.entries}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/ledgers/${ledger}/${id}`)}
        waiting={<Waiting {...waitingFor(answer)} lines={8} />}
        empty={
          <NoEntries narrowed={asked.q !== '' || asked.area !== ''} ledger={ledger} mayEdit={data?.mayEdit === true} />
        }
        stale={isPlaceholderData}
        offset={asked.offset}
        total={data?.total ?? 0}
        size={PAGE}
        onMove={(offset) => look({ offset })}
      />
    </div>
  );
}
