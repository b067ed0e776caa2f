import type { ReactElement, ReactNode } from 'react';
import './today.css';

/** A meeting of the day: when, what, where. */
export function MeetingTile({
  at,
  title,
  says,
  children,
}: {
  readonly at: string;
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="gl-tile">
      <b className="gl-tile-time">{at}</b>
      <h3>{title}</h3>
      <p className="quiet">{says}</p>
      <div className="gl-tile-actions">{children}</div>
    </section>
  );
}
