import type { ReactElement, ReactNode } from 'react';
import './states.css';

/**
 * Nothing here: says so and says what to do next.
 *
 * @param next the sentence about what to do; `children` are the buttons that do it.
 */
export function EmptyState({
  title,
  next,
  children,
}: {
  readonly title: string;
  readonly next: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="gl-state">
      <p className="gl-state-title">{title}</p>
      <p className="quiet">{next}</p>
      {children !== undefined && <div className="gl-state-actions">{children}</div>}
    </div>
  );
}
