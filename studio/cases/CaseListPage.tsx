import { type ReactElement, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { listCases } from '../../server/http/contract/cases.ts';
import { problemOf } from '../api/problem-error.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { PagedTable } from '../ui/desktop/PagedTable.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { addressOf, readFilters, withFilter } from './case-filters.ts';
import { CaseFilterBar } from './CaseFilterBar.tsx';
import { CaseListLine } from './CaseListLine.tsx';
import { rememberList } from './case-neighbours.ts';
import { CaseViews } from './CaseViews.tsx';
import { NoCases } from './NoCases.tsx';
import { useCaseColumns } from './use-case-columns.tsx';

const PAGE = 20;

/** The case list: views with their counts, filters and words, all of it in the address. */
export function CaseListPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const search = useSearch();
  const [, navigate] = useLocation();
  const filters = readFilters(search);
  const answer = useAnswer(listCases, { query: { ...filters, limit: PAGE } }, { every: 60, keepBefore: true });
  const { data, error, refetch, isFetching, isPlaceholderData } = answer;
  const columns = useCaseColumns(data?.asOf);
  const mayReport = person.permissions.includes('case.report');
  useEffect(() => {
    if (data !== undefined) rememberList(readFilters(search), data.cases);
  }, [data, search]);
  const change = (changed: Parameters<typeof withFilter>[1]): void => {
    navigate(addressOf(withFilter(filters, changed)), { replace: true });
  };
  return (
    <div className="gl-page">
      <PageHead title={text('cases')}>{mayReport && <ReportLink />}</PageHead>
      <div className="gl-page-row">
        <CaseViews filters={filters} counts={data?.counts} />
        <span className="push" />
        <CaseFilterBar filters={filters} choices={data?.filters} onChange={change} />
      </div>
      <CaseListLine filters={filters} list={data} onChange={change} onRefresh={refetch} refreshing={isFetching} />
      <PagedTable
        label={text('cases')}
        columns={columns}
        rows={data?.cases}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/cases/${id}`)}
        waiting={<Waiting {...waitingFor(answer)} lines={10} />}
        empty={<NoCases filters={filters} mayReport={mayReport} />}
        stale={isPlaceholderData}
        offset={filters.offset}
        total={data?.total ?? 0}
        size={PAGE}
        onMove={(offset) => change({ offset })}
      />
      {error !== null && data !== undefined && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </div>
  );
}

function ReportLink(): ReactElement {
  const { text } = useText();
  return (
    <ButtonLink to="/report" kind="primary">
      <Icon name="plus" />
      {text('report')}
    </ButtonLink>
  );
}
