import type { ReactElement } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { listCases } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { Segments } from '../ui/Segments.tsx';
import { type CaseFilters, addressOf, type CaseView, withFilter } from './case-filters.ts';

type Counts = AnswerOf<typeof listCases>['counts'];

const lights = { red: 'red', yellow: 'yellow' } as const;
const shown: readonly CaseView[] = ['open', 'red', 'yellow', 'closed', 'all'];

/** The views of the case list with their counts; 办结 says how many only when asked, for it only ever grows. */
export function CaseViews({
  filters,
  counts,
}: {
  readonly filters: CaseFilters;
  readonly counts: Counts | undefined;
}): ReactElement {
  const { text } = useText();
  return (
    <Segments
      label={text('cases.views')}
      segments={shown.map((view) => ({
        to: addressOf(withFilter(filters, { view })),
        label: text(`cases.view.${view}`),
        count: view === 'all' ? undefined : counts?.[view],
        current: filters.view === view,
        ...(view in lights ? { light: lights[view as keyof typeof lights] } : {}),
      }))}
    />
  );
}
