import type { ReactElement } from 'react';
import type { listCases } from '../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button } from '../ui/Button.tsx';
import { ListFacts } from '../ui/PageHead.tsx';
import { clockWords } from '../ui/time-words.ts';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import type { CaseFilters, withFilter } from './case-filters.ts';

interface CaseListLineProps {
  readonly filters: CaseFilters;
  readonly list: AnswerOf<typeof listCases> | undefined;
  readonly onChange: (change: Parameters<typeof withFilter>[1]) => void;
  readonly onRefresh: () => Promise<unknown>;
  readonly refreshing: boolean;
}

/** The line above the cases: the words looked for, how many as of when within whose area, and in which order. */
export function CaseListLine({ filters, list, onChange, onRefresh, refreshing }: CaseListLineProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  return (
    <div className="gl-page-row">
      <WordsFilter label={text('cases.search')} value={filters.q ?? ''} onChange={(q) => onChange({ q })} />
      <span className="push" />
      {list !== undefined && (
        <ListFacts
          total={text('cases.total', { count: list.total })}
          rest={text('as-of.within', { time: clockWords(list.asOf), area: listedNames(list.area.name, texts) })}
        />
      )}
      <Button kind="text" small busy={refreshing} onPress={() => void onRefresh()}>
        {text('refresh')}
      </Button>
      <span className="quiet">{text(filters.view === 'closed' ? 'cases.order-closed' : 'cases.order')}</span>
    </div>
  );
}
