import type { ReactElement, ReactNode } from 'react';
import './card.css';

interface CardProps {
  readonly title?: ReactNode;
  /** Beside the title: how many. */
  readonly count?: ReactNode;
  /** At the other end of the head. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Without padding, for tables and lists that reach the edges. */
  readonly bare?: boolean;
  readonly id?: string;
  readonly className?: string;
}

/** A surface with a title; what belongs together. */
export function Card({ title, count, aside, children, bare = false, id, className = '' }: CardProps): ReactElement {
  return (
    <section className={`gl-card ${className}`} id={id}>
      {title !== undefined && (
        <header className="gl-card-head">
          <h2>{title}</h2>
          {count !== undefined && <span className="quiet">{count}</span>}
          {aside !== undefined && <span className="gl-card-aside quiet">{aside}</span>}
        </header>
      )}
      <div className={bare ? 'gl-card-bare' : 'gl-card-body'}>{children}</div>
    </section>
  );
}
