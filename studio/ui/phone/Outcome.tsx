import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import './outcome.css';

/** What came of something: a mark, one sentence, and what there is to know and do. */
export function Outcome({
  mark,
  title,
  children,
}: {
  readonly mark: 'check' | 'upload' | 'cross';
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className={`gl-outcome gl-outcome-${mark}`} role="status">
      <span>
        <Icon name={mark} />
      </span>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
