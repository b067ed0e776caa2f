import type { ReactElement } from 'react';
import './grid-choice.css';

interface GridChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly action: string;
  readonly error: string | null;
  readonly onPress: () => void;
}

/** A value that was found for somebody, and the way to another one. */
export function GridChoice({ label, value, action, error, onPress }: GridChoiceProps): ReactElement {
  return (
    <>
      <div className="gl-grid-choice">
        <span className="quiet">{label}</span>
        <span className="cut">{value}</span>
        <button type="button" onClick={onPress}>
          {action}
        </button>
      </div>
      {error !== null && (
        <p className="gl-field-error" role="alert">
          <i className="gl-shape gl-shape-late" aria-hidden="true" />
          {error}
        </p>
      )}
    </>
  );
}
