import type { ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readInstanceChoices } from '../../server/http/contract/instances.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Segments } from '../ui/Segments.tsx';
import { clockWords } from '../ui/time-words.ts';
import { addressOf, instanceViews, type InstanceFilters, isRepairable, readFilters } from './instance-filters.ts';
import { InstanceFilterBar } from './InstanceFilterBar.tsx';
import { InstanceTable } from './InstanceTable.tsx';
import { type InstancePages, useInstances } from './use-instances.ts';
import './operations.css';

/** 运维: process instances by state, version, step, area, age, variable and what they are stuck by. */
export function InstancesPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const filters = readFilters(useSearch());
  const [, navigate] = useLocation();
  const choices = useAnswer(readInstanceChoices, {}, { every: 60 });
  const pages = useInstances(filters);
  const mayRepair = person.permissions.includes('operations.repair') && isRepairable(filters);
  const change = (changed: { readonly [K in keyof InstanceFilters]?: InstanceFilters[K] | undefined }): void => {
    const wanted = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== undefined);
    navigate(addressOf(Object.fromEntries(wanted) as unknown as InstanceFilters), { replace: true });
  };
  return (
    <div className="gl-page">
      <PageHead title={text('nav.operations')}>
        <ButtonLink to="/operations/beginnings">{text('beginnings')}</ButtonLink>
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
        <span className="push" />
        <InstanceFilterBar filters={filters} choices={choices.data} onChange={change} />
      </div>
      <InstanceFacts answer={pages.answer} />
      <InstanceTable key={addressOf(filters)} filters={filters} pages={pages} mayRepair={mayRepair} />
    </div>
  );
}

/** How many, as of when, within whose area, in which order. */
function InstanceFacts({ answer }: Pick<InstancePages, 'answer'>): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { data: list, refetch, isFetching } = answer;
  return (
    <div className="gl-page-row">
      {list !== undefined && (
        <ListFacts
          total={text(list.total.exact ? 'instances.total' : 'instances.total.least', { count: list.total.count })}
          rest={text('as-of.within', { time: clockWords(list.asOf), area: listedNames(list.area.name, texts) })}
        />
      )}
      <span className="push" />
      <Button kind="text" small busy={isFetching} onPress={() => void refetch()}>
        {text('refresh')}
      </Button>
      <span className="quiet">{text('instances.order')}</span>
    </div>
  );
}
