import type { ReactElement, ReactNode } from 'react';
import './panel-part.css';

/** A part of the panel at the right: a title, a quiet word at its other end, and what belongs to it. */
export function PanelPart({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="gl-panel-part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside !== undefined && <span className="quiet">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
