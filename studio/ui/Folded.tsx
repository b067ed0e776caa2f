import type { ReactElement, ReactNode } from 'react';
import './folded.css';

interface FoldedProps {
  readonly title: string;
  readonly lines?: readonly string[];
  /** Instead of lines, or below them. */
  readonly children?: ReactNode;
}

/** Lines of which only the number is of interest, until somebody opens them. */
export function Folded({ title, lines = [], children }: FoldedProps): ReactElement {
  return (
    <details className="gl-folded">
      <summary>{title}</summary>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line} className="quiet">
              {line}
            </li>
          ))}
        </ul>
      )}
      {children}
    </details>
  );
}
