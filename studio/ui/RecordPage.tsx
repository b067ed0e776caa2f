import type { ReactElement, ReactNode } from 'react';
import { type Fact, FactRow } from './Facts.tsx';
import './record-page.css';

interface RecordHeadProps {
  /** The list it is of, its number, and what stands beside: the way back and on. */
  readonly way: ReactNode;
  readonly title: string;
  /** How it stands: a light, a state. */
  readonly state: ReactNode;
  readonly facts: readonly Fact[];
  /** What may be done to it, or why nothing may. */
  readonly children: ReactNode;
}

/** The head of one thing's page: what it is, how it stands, the questions everybody asks, and what may be done. */
export function RecordHead({ way, title, state, facts, children }: RecordHeadProps): ReactElement {
  return (
    <header className="gl-record-head">
      <div className="gl-page-row gl-record-way">{way}</div>
      <div className="gl-record-title">
        <h1>{title}</h1>
        {state}
      </div>
      <FactRow facts={facts} />
      <div className="gl-record-acts">{children}</div>
    </header>
  );
}

interface RecordColumnsProps {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** Which of the two is wider. */
  readonly wide: 'left' | 'right';
}

/** What happened and where it stands, beside each other. */
export function RecordColumns({ left, right, wide }: RecordColumnsProps): ReactElement {
  return (
    <div className={`gl-record gl-record-wide-${wide}`}>
      <div className="gl-record-column">{left}</div>
      <div className="gl-record-column">{right}</div>
    </div>
  );
}
