import type { ReactElement } from 'react';
import { examineDraft, readExamination, stopExamination } from '../../server/http/contract/releases.ts';
import type { Draft } from '../api/drafts/content.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { ProblemSentence } from './DraftProblems.tsx';
import { type Examination, isOfNow } from './what-is-missing.ts';
import './examination-card.css';

interface ExaminationCardProps {
  readonly draft: Draft;
  readonly examination: Examination | null;
  readonly mayEdit: boolean;
}

/** The examination before publishing: begins it, shows how far it is, stops it, and says what came of it. */
export function ExaminationCard({ draft, examination, mayEdit }: ExaminationCardProps): ReactElement {
  const { text } = useText();
  const examine = useCommand(examineDraft, [readExamination]);
  const stop = useCommand(stopExamination, [readExamination]);
  const isRunning = examination?.state === 'running';
  const counts = isOfNow(draft, examination);
  const problem = examine.problem ?? stop.problem;
  return (
    <Card title={text('examination')}>
      <div className="gl-examination">
        {examination === null && <p>{text('examination.about')}</p>}
        {examination !== null && !counts && !isRunning && <p>{text('examination.outdated')}</p>}
        {isRunning && <Progress examination={examination} />}
        {examination !== null && counts && !isRunning && <Result examination={examination} />}
        {problem !== null && <ErrorNote problem={problem} />}
        {mayEdit && draft.state === 'open' && (
          <div>
            {isRunning ? (
              <Button
                busy={stop.busy}
                onPress={() => void stop.run({ params: { draft: draft.id, examination: examination.id } })}
              >
                {text('examination.stop')}
              </Button>
            ) : (
              <Button
                kind={counts && examination?.state === 'passed' ? 'plain' : 'primary'}
                busy={examine.busy}
                onPress={() => void examine.run({ params: { draft: draft.id } })}
              >
                {text(examination === null ? 'examination.begin' : 'examination.again')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

function Progress({ examination }: { readonly examination: Examination }): ReactElement {
  const { text, pack } = useText();
  const { done, total, at } = examination;
  return (
    <>
      <p aria-live="polite">
        {at === '' ? text('examination.checks') : text('examination.at', { title: pack(at), nth: done + 1, total })}
      </p>
      <progress max={Math.max(1, total)} value={done} aria-label={text('examination')} />
    </>
  );
}

function Result({ examination }: { readonly examination: Examination }): ReactElement {
  const texts = useText();
  const { text, pack, either } = texts;
  const now = useNow();
  const { state, total, problems, failures, startedAt, by } = examination;
  const when = momentWords(startedAt, now, texts);
  if (state === 'passed')
    return (
      <p className="gl-examination-result">
        <i className="gl-shape gl-shape-ok" aria-hidden="true" />
        <span>
          {text('examination.passed', { count: total })}{' '}
          <span className="quiet">{text('examination.by', { who: by.name, when })}</span>
        </span>
      </p>
    );
  if (state === 'stopped') return <p>{text('examination.stopped')}</p>;
  return (
    <>
      <p>
        {text('examination.failed')}
        {problems.length > 0 && text('examination.failed.problems', { count: problems.length })}
        {failures.length > 0 && text('examination.failed.scenarios', { count: failures.length })}
      </p>
      <ul>
        {problems.map((problem, nth) => (
          <li key={`${problem.code} ${problem.id} ${problem.place} ${nth}`}>
            <ProblemSentence problem={problem} />
          </li>
        ))}
        {failures.map((failure) => (
          <li key={`${failure.scenario} ${failure.step} ${failure.zh}`}>
            <i className="gl-shape gl-shape-late" aria-hidden="true" />
            <p>
              {text('examination.failure', { title: pack(failure.title), step: failure.step })} {either(failure)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
