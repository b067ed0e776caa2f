import type { ReactElement } from 'react';
import './today.css';

/** Who one is here today. */
export function PersonHead({
  name,
  posts,
  below,
}: {
  readonly name: string;
  readonly posts: string;
  readonly below: string;
}): ReactElement {
  return (
    <header className="gl-person-head">
      <div>
        <h1>{name}</h1>
        <span className="cut">{posts}</span>
      </div>
      <p className="quiet">{below}</p>
    </header>
  );
}
