import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { ShownProblem } from './shown-problem.ts';
import { Button } from './Button.tsx';
import './states.css';

interface ErrorStateProps {
  readonly problem: ShownProblem;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
}

/** What went wrong, where it went wrong: the sentence, the code to tell an administrator, and another try. */
export function ErrorState({ problem, onRetry, retrying = false }: ErrorStateProps): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-state" role="alert">
      <ProblemText problem={problem} />
      {onRetry !== undefined && (
        <div className="gl-state-actions">
          <Button onPress={onRetry} busy={retrying}>
            {text('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A refused command, beside the button that was pressed; its places are shown with it unless the fields show them. */
export function ErrorNote({
  problem,
  withPlaces = true,
}: {
  readonly problem: ShownProblem;
  readonly withPlaces?: boolean;
}): ReactElement {
  return (
    <div className="gl-error-note" role="alert">
      <ProblemText problem={problem} />
      {withPlaces && problem.places.length > 0 && <Places problem={problem} />}
    </div>
  );
}

function ProblemText({ problem }: { readonly problem: ShownProblem }): ReactElement {
  const { text, either } = useText();
  return (
    <div className="gl-problem">
      <i className="gl-shape gl-shape-late" aria-hidden="true" />
      <p>
        {either(problem)} <span className="quiet">{text('problem.code', { code: problem.code })}</span>
      </p>
    </div>
  );
}

function Places({ problem }: { readonly problem: ShownProblem }): ReactElement {
  const { either } = useText();
  return (
    <ul>
      {problem.places.map((place) => (
        <li key={`${place.path} ${place.zh}`}>{either(place)}</li>
      ))}
    </ul>
  );
}
