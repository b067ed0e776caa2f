import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { problemOf } from '../api/problem-error.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageSteps } from '../ui/PageSteps.tsx';
import { Table } from '../ui/Table.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type InstanceFilters, isNarrowed, queryOf } from './instance-filters.ts';
import { useInstanceColumns } from './use-instance-columns.tsx';
import type { InstancePages } from './use-instances.ts';

interface InstanceTableProps {
  readonly filters: InstanceFilters;
  readonly pages: InstancePages;
  readonly mayRepair: boolean;
}

/** What was found, some of it chosen to be repaired together, and the way on and back. */
export function InstanceTable({ filters, pages, mayRepair }: InstanceTableProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const present = useNow();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const { answer, onward } = pages;
  const { data, error, refetch, isFetching, isPlaceholderData } = answer;
  const choose = (id: string, chosen: boolean): void => {
    setWhole(false);
    setIds(new Set(chosen ? [...ids, id] : [...ids].filter((other) => other !== id)));
  };
  const listed = data?.instances.map(({ id }) => id) ?? [];
  const choosePage = (chosen: boolean): void => {
    setWhole(false);
    setIds(new Set(chosen ? [...ids, ...listed] : [...ids].filter((id) => !listed.includes(id))));
  };
  const none = (): void => {
    setIds(new Set());
    setWhole(false);
  };
  const page = listed.length === 0 ? null : listed.every((id) => ids.has(id));
  const chosen = mayRepair ? { ids: whole ? null : ids, page, onChoose: choose, onPage: choosePage } : null;
  const columns = useInstanceColumns(data?.asOf ?? present, chosen);
  return (
    <>
      <Table
        label={text('nav.operations')}
        columns={columns}
        rows={data?.instances ?? []}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/operations/instances/${id}`)}
        stale={isPlaceholderData}
        placeholder={
          data === undefined ? (
            <Waiting {...waitingFor(answer)} lines={10} />
          ) : (
            <NoInstances filters={filters} onward={onward} />
          )
        }
      />
      {ids.size > 0 && data !== undefined && (
        <BulkBar
          chosen={ids}
          found={{ search: queryOf(filters), count: data.total.count }}
          whole={whole}
          onWhole={setWhole}
          onNone={none}
        />
      )}
      <PageSteps page={pages.page} onward={onward} back={pages.back} />
      {error !== null && data !== undefined && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </>
  );
}

interface NoInstancesProps {
  readonly filters: InstanceFilters;
  readonly onward: (() => void) | null;
}

/** Nothing on this page: nothing at all, nothing with these filters, or nothing so far. */
function NoInstances({ filters, onward }: NoInstancesProps): ReactElement {
  const { text } = useText();
  if (onward !== null)
    return (
      <EmptyState title={text('instances.not-yet')} next={text('instances.not-yet.next')}>
        <Button kind="primary" onPress={onward}>
          {text('instances.look-on')}
        </Button>
      </EmptyState>
    );
  if (isNarrowed(filters))
    return <EmptyState title={text('instances.none-found')} next={text('instances.none-found.next')} />;
  return (
    <EmptyState title={text(`instances.none.${filters.view}`)} next={text(`instances.none.${filters.view}.next`)} />
  );
}
