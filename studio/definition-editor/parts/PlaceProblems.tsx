import type { ReactElement } from 'react';
import type { ProblemView } from '../../api/drafts/use-draft-definition.ts';
import { useText } from '../../translations/texts.ts';

/** What is wrong at a place and below it, where a part draws its own controls; reminders stand below the canvas only. */
export function PlaceProblems({
  problems,
  place,
}: {
  readonly problems: readonly ProblemView[];
  readonly place: string;
}): ReactElement | null {
  const { either } = useText();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const here = errors.filter((problem) => problem.place === place || problem.place.startsWith(`${place}/`));
  if (here.length === 0) return null;
  return (
    <ul className="gl-place-problems">
      {here.map((problem, nth) => (
        <li key={`${problem.code} ${problem.place} ${nth}`} className="gl-field-error" role="alert">
          <i className="gl-shape gl-shape-late" aria-hidden="true" />
          {either(problem)}
        </li>
      ))}
    </ul>
  );
}
