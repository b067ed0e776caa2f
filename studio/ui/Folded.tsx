import type { ReactElement } from 'react';
import './folded.css';

/** Lines of which only the number is of interest, until somebody opens them. */
export function Folded({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement {
  return (
    <details className="gl-folded">
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line} className="quiet">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}
