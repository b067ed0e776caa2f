import type { ReactElement } from 'react';
import type { Static } from 'typebox';
import { Link } from 'wouter';
import type { ProblemView } from '../../server/http/contract/drafts.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { clockWords } from '../ui/time-words.ts';
import { editorOf, kindTitle } from './definition-groups.ts';

type Problem = Static<typeof ProblemView>;

interface DraftProblemsProps {
  readonly problems: readonly Problem[];
  readonly checkedAt: string;
}

/** What is wrong in a whole draft; each sentence leads to the definition it is about. Nothing when nothing is wrong. */
export function DraftProblems({ problems, checkedAt }: DraftProblemsProps): ReactElement | null {
  const { text } = useText();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length === 0) return null;
  return (
    <Card
      title={text(errors.length === 0 ? 'problems.warnings' : 'problems.some', {
        count: errors.length === 0 ? warnings.length : errors.length,
      })}
      aside={text('problems.checked', { time: clockWords(checkedAt) })}
    >
      <ol className="gl-draft-problems">
        {[...errors, ...warnings].map((problem, nth) => (
          <li key={`${problem.code} ${problem.kind} ${problem.id} ${problem.place} ${nth}`}>
            <ProblemSentence problem={problem} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** One sentence with its shape and the way to what it is about. */
export function ProblemSentence({ problem }: { readonly problem: Problem }): ReactElement {
  const { text, either } = useText();
  const { kind, id, severity } = problem;
  return (
    <>
      <i
        className={`gl-shape gl-shape-${severity === 'error' ? 'late' : 'warn'}`}
        role="img"
        aria-label={text(severity === 'error' ? 'problems.error' : 'problems.warning')}
      />
      <p>
        {kind !== null && <span className="quiet">{text(kindTitle(kind))} </span>}
        {either(problem)}{' '}
        {kind !== null && id !== null && <Link href={editorOf({ kind, id })}>{text('problems.go')}</Link>}
      </p>
    </>
  );
}
