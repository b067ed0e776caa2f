import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type LightName } from './light-words.ts';
import { LightShape } from './Light.tsx';
import './segments.css';

export interface Segment {
  readonly to: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly light?: LightName;
  readonly current: boolean;
}

/** A few views of the same page beside each other; each is a link, so that it can be kept and sent. */
export function Segments({
  label,
  segments,
}: {
  readonly label: string;
  readonly segments: readonly Segment[];
}): ReactElement {
  return (
    <nav className="gl-segments" aria-label={label}>
      {segments.map(({ to, label: words, count, light, current }) => (
        <Link key={to} href={to} aria-current={current ? 'page' : undefined}>
          {light !== undefined && <LightShape light={light} />}
          {words}
          {count !== undefined && <span>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
