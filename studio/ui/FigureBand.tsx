import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import './figure-band.css';

/** Figures beside each other in one band. */
export function FigureBand({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="gl-figures" aria-label={label}>
      {children}
    </section>
  );
}

interface FigureProps {
  readonly title: string;
  readonly value: string | number;
  readonly unit: string;
  /** What it is made of, or what it means. */
  readonly below: ReactNode;
  /** The list that it counts. */
  readonly to?: string;
}

/** One figure: what it counts, the number, and a line below. */
export function Figure({ title, value, unit, below, to }: FigureProps): ReactElement {
  const words = (
    <>
      <span className="quiet">{title}</span>
      <span>
        <b>{value}</b> <span className="quiet">{unit}</span>
      </span>
    </>
  );
  return (
    <div className="gl-figure">
      {to === undefined ? words : <Link href={to}>{words}</Link>}
      <p className="quiet">{below}</p>
    </div>
  );
}
