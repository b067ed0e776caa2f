import { type ReactElement, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { problemOf } from '../api/problem-error.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { listCases } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Pager } from '../ui/desktop/Pager.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { type CaseFilters, addressOf, isNarrowed, readFilters, withFilter } from './case-filters.ts';
import { CaseFilterBar } from './CaseFilterBar.tsx';
import { CaseViews } from './CaseViews.tsx';
import { rememberList } from './case-neighbours.ts';
import { useCaseColumns } from './use-case-columns.tsx';

const PAGE = 20;

/** The case list: views with their counts, filters and words, all of it in the address. */
export function CaseListPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const search = useSearch();
  const [, navigate] = useLocation();
  const filters = readFilters(search);
  const { data, error, refetch, isFetching, isPlaceholderData } = useAnswer(
    listCases,
    { query: { ...filters, limit: PAGE } },
    { every: 60, keepBefore: true },
  );
  const columns = useCaseColumns(data?.asOf);
  useEffect(() => {
    if (data !== undefined) rememberList(readFilters(search), data.cases);
  }, [data, search]);
  const change = (changed: Parameters<typeof withFilter>[1]): void => {
    navigate(addressOf(withFilter(filters, changed)), { replace: true });
  };
  return (
    <div className="gl-page">
      <PageHead title={text('cases')}>
        {person.permissions.includes('case.report') && (
          <ButtonLink to="/report" kind="primary">
            <Icon name="plus" />
            {text('report')}
          </ButtonLink>
        )}
      </PageHead>
      <div className="gl-page-row">
        <CaseViews filters={filters} counts={data?.counts} />
        <span className="push" />
        <CaseFilterBar filters={filters} choices={data?.filters} onChange={change} />
      </div>
      <div className="gl-page-row">
        <WordsFilter
          label={text('cases.search')}
          value={filters.q ?? ''}
          onChange={(q) => {
            change({ q });
          }}
        />
        <span className="push" />
        {data !== undefined && (
          <ListFacts
            total={text('cases.total', { count: data.total })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
        <Button kind="text" small busy={isFetching && !isPlaceholderData} onPress={() => void refetch()}>
          {text('refresh')}
        </Button>
        <span className="quiet">{text(filters.view === 'closed' ? 'cases.order-closed' : 'cases.order')}</span>
      </div>
      <Table
        label={text('cases')}
        columns={columns}
        rows={data?.cases ?? []}
        rowKey={({ id }) => id}
        stale={isPlaceholderData}
        onOpen={({ id }) => {
          navigate(`/cases/${id}`);
        }}
        placeholder={
          error !== null && data === undefined ? (
            <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
          ) : data === undefined ? (
            <SkeletonLines count={10} />
          ) : (
            <NoCases filters={filters} mayReport={person.permissions.includes('case.report')} />
          )
        }
      />
      {error !== null && data !== undefined && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {data !== undefined && (
        <Pager
          offset={filters.offset}
          shown={data.cases.length}
          total={data.total}
          size={PAGE}
          onMove={(offset) => {
            change({ offset });
          }}
        />
      )}
    </div>
  );
}

function NoCases({ filters, mayReport }: { readonly filters: CaseFilters; readonly mayReport: boolean }): ReactElement {
  const { text } = useText();
  if (isNarrowed(filters)) {
    return (
      <EmptyState title={text('cases.none-found')} next={text('cases.none-found.next')}>
        <ButtonLink to={addressOf({ view: 'all', offset: 0 })}>{text('cases.all')}</ButtonLink>
      </EmptyState>
    );
  }
  if (filters.view === 'red' || filters.view === 'yellow') {
    return (
      <EmptyState title={text('cases.none-late')} next={text('cases.none-late.next')}>
        <ButtonLink to="/cases">{text('cases.view.open')}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={text('cases.none')} next={text(mayReport ? 'cases.none.next' : 'cases.none.wait')}>
      {mayReport && (
        <ButtonLink to="/report" kind="primary">
          {text('report')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
