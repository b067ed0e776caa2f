import type { ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listEntries } from '../../server/http/contract/ledgers.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ChoiceChip } from '../ui/desktop/ChoiceChip.tsx';
import { Pager } from '../ui/desktop/Pager.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { clockWords, columnTime } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';

type Entries = AnswerOf<typeof listEntries>;
type Entry = Entries['entries'][number];

const PAGE = 20;

/** The entries of a ledger, found by what its definition says is searched; personal fields are masked. */
export function EntryListPage({ ledger }: { readonly ledger: string }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const asked = {
    q: params.get('q') ?? '',
    area: params.get('area') ?? '',
    offset: Math.max(0, Number(params.get('offset') ?? 0) || 0),
  };
  const filled = { ...(asked.q === '' ? {} : { q: asked.q }), ...(asked.area === '' ? {} : { area: asked.area }) };
  const answer = useAnswer(
    listEntries,
    { params: { ledger }, query: { ...filled, offset: asked.offset, limit: PAGE } },
    { keepBefore: true },
  );
  const { data, isPlaceholderData } = answer;
  const look = (change: Partial<typeof asked>): void => {
    const { q, area, offset } = { ...asked, offset: 0, ...change };
    const next = new URLSearchParams(
      [
        ['q', q],
        ['area', area],
        ['offset', offset === 0 ? '' : String(offset)],
      ].filter(([, value]) => value !== ''),
    );
    navigate(next.size === 0 ? `/ledgers/${ledger}` : `/ledgers/${ledger}?${next.toString()}`, { replace: true });
  };
  return (
    <div className="gl-page">
      <PageHead title={data === undefined ? text('nav.ledgers') : pack(data.title)}>
        {data !== undefined && (
          <ListFacts
            total={text('entries.total', { count: data.total })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
        {data?.mayEdit === true && (
          <ButtonLink kind="primary" to={`/ledgers/${ledger}/new`}>
            {text('entry.add')}
          </ButtonLink>
        )}
      </PageHead>
      {data !== undefined && <p className="quiet">{pack(data.purpose)}</p>}
      <div className="gl-page-row">
        <WordsFilter
          label={text('entries.search')}
          value={asked.q}
          onChange={(q) => {
            look({ q });
          }}
        />
        <ChoiceChip
          title={text('board.grid')}
          value={asked.area === '' ? undefined : asked.area}
          choices={(data?.grids ?? []).map(({ code, name }) => ({ id: code, title: pack(name) }))}
          onChange={(area = '') => {
            look({ area });
          }}
        />
      </div>
      <Table
        label={text('nav.ledgers')}
        columns={columnsOf(data, ledger, texts)}
        rows={data?.entries ?? []}
        rowKey={({ id }) => id}
        stale={isPlaceholderData}
        onOpen={({ id }) => {
          navigate(`/ledgers/${ledger}/${id}`);
        }}
        placeholder={
          data === undefined ? (
            <Waiting {...waitingFor(answer)} lines={8} />
          ) : (
            <NoEntries found={asked.q === '' && asked.area === ''} ledger={ledger} mayEdit={data.mayEdit} />
          )
        }
      />
      {data !== undefined && (
        <Pager
          offset={asked.offset}
          shown={data.entries.length}
          total={data.total}
          size={PAGE}
          onMove={(offset) => {
            look({ offset });
          }}
        />
      )}
    </div>
  );
}

function NoEntries({
  found,
  ledger,
  mayEdit,
}: {
  readonly found: boolean;
  readonly ledger: string;
  readonly mayEdit: boolean;
}): ReactElement {
  const { text } = useText();
  return (
    <EmptyState
      title={text(found ? 'entries.none' : 'entries.none-found')}
      next={text(found ? 'entries.none.next' : 'entries.none-found.next')}
    >
      {mayEdit && (
        <ButtonLink kind="primary" to={`/ledgers/${ledger}/new`}>
          {text('entry.add')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

function columnsOf(entries: Entries | undefined, ledger: string, { text, pack }: Texts): readonly Column<Entry>[] {
  const own = (entries?.columns ?? []).map(({ field, title }, place) => ({
    id: field,
    title: pack(title),
    cell: ({ id, cells }: Entry) => {
      const words = cells.find((cell) => cell.field === field)?.text ?? '';
      return place === 0 ? <Link href={`/ledgers/${ledger}/${id}`}>{words === '' ? '—' : words}</Link> : words;
    },
    whole: ({ cells }: Entry) => cells.find((cell) => cell.field === field)?.text ?? '',
  }));
  const now = entries?.asOf ?? new Date().toISOString();
  return [
    ...own,
    {
      id: 'area',
      title: text('board.grid'),
      width: 150,
      cell: ({ area }) => pack(area.name),
      whole: ({ area }) => pack(area.name),
    },
    {
      id: 'changed',
      title: text('entry.changed'),
      width: 200,
      align: 'right',
      cell: ({ changedAt, changedBy }) => (
        <span className="quiet">
          {changedBy?.name} {columnTime(changedAt, now)}
        </span>
      ),
    },
  ];
}
