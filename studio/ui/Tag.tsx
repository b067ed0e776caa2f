import type { ReactElement, ReactNode } from 'react';
import './tag.css';

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: 'quiet' | 'accent' | 'warn' | 'ok' | 'late';
}

/** A short word about a thing: its kind, its state where no limit is involved. */
export function Tag({ children, tone = 'quiet' }: TagProps): ReactElement {
  return <span className={`gl-tag gl-tag-${tone}`}>{children}</span>;
}
