import { type ReactElement, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readInstanceChoices } from '../../server/http/contract/instances.ts';
import { problemOf } from '../api/problem-error.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { BulkBar } from './BulkBar.tsx';
import {
  addressOf,
  instanceViews,
  type InstanceFilters,
  isNarrowed,
  isRepairable,
  queryOf,
  readFilters,
} from './instance-filters.ts';
import { InstanceFilterBar } from './InstanceFilterBar.tsx';
import { useInstanceColumns } from './use-instance-columns.tsx';
import { useInstances } from './use-instances.ts';
import './operations.css';

/** 运维: process instances by state, version, step, area, age, variable and what they are stuck by. */
export function InstancesPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const filters = readFilters(useSearch());
  const [, navigate] = useLocation();
  const choices = useAnswer(readInstanceChoices, {}, { every: 60 });
  const { answer, page, onward, back } = useInstances(filters);
  const { data, error, refetch, isFetching, isPlaceholderData } = answer;
  const present = useNow();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const mayRepair = person.permissions.includes('operations.repair') && isRepairable(filters);
  const none = (): void => {
    setIds(new Set());
    setWhole(false);
  };
  const onChoose = (id: string, chosen: boolean): void => {
    setWhole(false);
    setIds(new Set(chosen ? [...ids, id] : [...ids].filter((other) => other !== id)));
  };
  const columns = useInstanceColumns(data?.asOf ?? present, mayRepair ? { ids: whole ? null : ids, onChoose } : null);
  const change = (changed: { readonly [K in keyof InstanceFilters]?: InstanceFilters[K] | undefined }): void => {
    none();
    const wanted = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== undefined);
    navigate(addressOf(Object.fromEntries(wanted) as unknown as InstanceFilters), { replace: true });
  };
  return (
    <div className="gl-page">
      <PageHead title={text('nav.operations')}>
        <ButtonLink to="/operations/bulk">{text('bulk.list')}</ButtonLink>
      </PageHead>
      <div className="gl-page-row">
        <Segments
          label={text('instances.views')}
          segments={instanceViews.map((view) => ({
            to: addressOf({ ...filters, view }),
            label: text(`instances.view.${view}`),
            current: view === filters.view,
          }))}
        />
      </div>
      <div className="gl-page-row gl-instance-filters">
        <InstanceFilterBar filters={filters} choices={choices.data} onChange={change} />
      </div>
      <InstanceFacts list={data} onRefresh={refetch} refreshing={isFetching} />
      {ids.size > 0 && data !== undefined && (
        <BulkBar
          chosen={ids}
          found={{ search: queryOf(filters), count: data.total.count }}
          whole={whole}
          onWhole={setWhole}
          onNone={none}
        />
      )}
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
      {(onward !== null || back !== null) && (
        <nav className="gl-pager" aria-label={text('pager')}>
          <span className="quiet">{text('instances.page', { page })}</span>
          <Button small disabled={back === null} onPress={() => back?.()}>
            {text('pager.before')}
          </Button>
          <Button small disabled={onward === null} onPress={() => onward?.()}>
            {text('pager.after')}
          </Button>
        </nav>
      )}
      {error !== null && data !== undefined && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </div>
  );
}

interface InstanceFactsProps {
  readonly list: ReturnType<typeof useInstances>['answer']['data'];
  readonly onRefresh: () => Promise<unknown>;
  readonly refreshing: boolean;
}

/** How many, as of when, within whose area, in which order. */
function InstanceFacts({ list, onRefresh, refreshing }: InstanceFactsProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  return (
    <div className="gl-page-row">
      {list !== undefined && (
        <ListFacts
          total={text(list.total.exact ? 'instances.total' : 'instances.total.least', { count: list.total.count })}
          rest={text('as-of.within', { time: clockWords(list.asOf), area: listedNames(list.area.name, texts) })}
        />
      )}
      <span className="push" />
      <Button kind="text" small busy={refreshing} onPress={() => void onRefresh()}>
        {text('refresh')}
      </Button>
      <span className="quiet">{text('instances.order')}</span>
    </div>
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
