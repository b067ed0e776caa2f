import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import './row-list.css';

interface RowOfList {
  readonly id: string;
  readonly to: string;
  readonly before: ReactNode;
  readonly title: string;
  readonly after: string;
}

/** A short list of links inside a card, one line each. */
export function RowList({ rows }: { readonly rows: readonly RowOfList[] }): ReactElement {
  return (
    <ul className="gl-rows">
      {rows.map(({ id, to, before, title, after }) => (
        <li key={id}>
          <Link href={to}>
            <span>{before}</span>
            <span className="cut">{title}</span>
            <span className="quiet cut">{after}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
