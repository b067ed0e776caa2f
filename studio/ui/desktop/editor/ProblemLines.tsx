import type { ReactElement } from 'react';
import { useText } from '../../../translations/texts.ts';
import { clockWords } from '../../time-words.ts';
import type { EditedDefinition, ProblemLine } from './edited-definition.ts';
import '../../light.css';
import './problem-lines.css';

interface ProblemLinesProps {
  readonly open: Pick<EditedDefinition, 'problems' | 'checkedAt'>;
  readonly onProblem: (place: string) => void;
}

/** So many warnings are listed: a county that has no English names yet has thousands, and each is like the one before. */
const WARNINGS = 50;

/** What is wrong, as numbered sentences; the numbers are those of the marks on the canvas. */
export function ProblemLines({ open, onProblem }: ProblemLinesProps): ReactElement | null {
  const { text } = useText();
  if (open.checkedAt === null) return null;
  const { errors, warnings } = numberProblems(open.problems);
  const [says, checked] = [
    errors.length === 0 ? text('problems.none') : text('problems.some', { count: errors.length }),
    text('problems.checked', { time: clockWords(open.checkedAt) }),
  ];
  return (
    <section className="gl-problems" aria-label={text('problems')}>
      <p aria-live="polite">
        <b>{says}</b> <span className="quiet">{checked}</span>
      </p>
      <ol>
        {errors.map((problem, nth) => (
          <Line key={`${problem.code} ${problem.place} ${nth}`} problem={problem} nth={nth + 1} onProblem={onProblem} />
        ))}
        {warnings.slice(0, WARNINGS).map((problem, nth) => (
          <Line key={`${problem.code} ${problem.place} ${nth}`} problem={problem} nth={null} onProblem={onProblem} />
        ))}
      </ol>
      {warnings.length > WARNINGS && (
        <p className="quiet">{text('problems.more', { count: warnings.length - WARNINGS })}</p>
      )}
    </section>
  );
}

/** Errors in the order of their numbers, which start at 1; then what may be published all the same. */
export function numberProblems(problems: readonly ProblemLine[]): {
  readonly errors: readonly ProblemLine[];
  readonly warnings: readonly ProblemLine[];
} {
  return {
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity }) => severity === 'warning'),
  };
}

function Line({
  problem,
  nth,
  onProblem,
}: {
  readonly problem: ProblemLine;
  readonly nth: number | null;
  readonly onProblem: (place: string) => void;
}): ReactElement {
  const { text, either } = useText();
  return (
    <li>
      {nth === null ? (
        <i className="gl-shape gl-shape-warn" role="img" aria-label={text('problems.warning')} />
      ) : (
        <span className="gl-problem-number">{nth}</span>
      )}
      <p>
        {either(problem)} {nth === null && text('problems.may-publish')}
        <button type="button" onClick={() => onProblem(problem.place)}>
          {text('problems.go')}
        </button>
      </p>
    </li>
  );
}
