import type { ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { listAreas } from '../../server/http/contract/organization.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { listCases } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { type Choice, ChoiceChip } from '../ui/desktop/ChoiceChip.tsx';
import { DateRangeChip } from '../ui/desktop/DateRangeChip.tsx';
import type { CaseFilters, withFilter } from './case-filters.ts';

type Choices = AnswerOf<typeof listCases>['filters'];
type Area = AnswerOf<typeof listAreas>['areas'][number];

interface CaseFilterBarProps {
  readonly filters: CaseFilters;
  readonly choices: Choices | undefined;
  readonly onChange: (change: Parameters<typeof withFilter>[1]) => void;
}

/** What narrows the case list: area, category, stage, post, channel, and the days it was reported on. */
export function CaseFilterBar({ filters, choices, onChange }: CaseFilterBarProps): ReactElement {
  const { text, pack } = useText();
  const { data } = useAnswer(listAreas, {});
  const inPackWords = (all: readonly { readonly id: string; readonly title: string }[] = []): readonly Choice[] =>
    all.map(({ id, title }) => ({ id, title: pack(title) }));
  const categories =
    choices?.categories.map(({ id, title, children }) => ({
      id,
      title: pack(title),
      children: inPackWords(children),
    })) ?? [];
  return (
    <>
      <ChoiceChip
        title={text('filter.area')}
        value={filters.area}
        choices={areaChoices(data?.areas ?? [], pack)}
        onChange={(area) => onChange({ area })}
      />
      <ChoiceChip
        title={text('filter.category')}
        value={filters.category}
        choices={categories}
        onChange={(category) => onChange({ category })}
      />
      <ChoiceChip
        title={text('filter.stage')}
        value={filters.stage}
        choices={inPackWords(choices?.stages)}
        onChange={(stage) => onChange({ stage })}
      />
      <ChoiceChip
        title={text('filter.post')}
        value={filters.post}
        choices={inPackWords(choices?.posts)}
        onChange={(post) => onChange({ post })}
      />
      <ChoiceChip
        title={text('filter.channel')}
        value={filters.channel}
        choices={inPackWords(choices?.channels)}
        onChange={(channel) => onChange({ channel })}
      />
      <DateRangeChip title={text('filter.reported')} from={filters.from} to={filters.to} onChange={onChange} />
    </>
  );
}

/** Communities with their grids; what lies above a community is no choice, it is where the list starts. */
function areaChoices(areas: readonly Area[], pack: (words: string) => string): readonly Choice[] {
  const inside = (parent: string): readonly Choice[] =>
    areas.filter((area) => area.parent === parent).map(({ code, name }) => ({ id: code, title: pack(name) }));
  const communities = areas.filter(({ type }) => type === 'community');
  if (communities.length === 0) return areas.map(({ code, name }) => ({ id: code, title: pack(name) }));
  return communities.map(({ code, name }) => ({ id: code, title: pack(name), children: inside(code) }));
}
