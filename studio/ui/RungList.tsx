import type { ReactElement, ReactNode } from 'react';
import './rung-list.css';

interface RungOfList {
  readonly title: string;
  readonly more: string;
  readonly says: string;
  readonly mark: ReactNode;
  readonly done: boolean;
}

/** Rungs of a ladder, one under the other along a dashed line. */
export function RungList({ rungs }: { readonly rungs: readonly RungOfList[] }): ReactElement {
  return (
    <ol className="gl-rungs">
      {rungs.map(({ title, more, says, mark, done }, place) => (
        <li key={title} className={done ? 'gl-rung-done' : undefined}>
          <i aria-hidden="true">{place + 1}</i>
          <div>
            <b>{title}</b> <span className="quiet">{more}</span>
            <p>{says}</p>
          </div>
          {mark}
        </li>
      ))}
    </ol>
  );
}
