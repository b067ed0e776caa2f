import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { addressOf, type CaseFilters, isNarrowed } from './case-filters.ts';

/** Why the list is empty – the filters, nothing late, or nothing at all – and what to do next. */
export function NoCases({
  filters,
  mayReport,
}: {
  readonly filters: CaseFilters;
  readonly mayReport: boolean;
}): ReactElement {
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
