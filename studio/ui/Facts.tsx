import { Fragment, type ReactElement, type ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly title: string;
  readonly text: ReactNode;
  /** Said quietly after it. */
  readonly more?: ReactNode;
}

/** The questions a head answers, beside each other. */
export function FactRow({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="gl-fact-row">
      {facts.map(({ title, text, more }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {text} {more !== undefined && <span className="quiet">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was filled in, one line under the other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="gl-fact-list">
      {facts.map(({ title, text }, place) => (
        <Fragment key={`${place} ${title}`}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
