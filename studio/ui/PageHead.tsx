import type { ReactElement, ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title.ts';
import './page-head.css';

/** The title of a desktop page, what belongs beside it, and its actions at the other end. */
export function PageHead({
  title,
  beside,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  useDocumentTitle(title);
  return (
    <div className="gl-page-head">
      <h1>{title}</h1>
      {beside}
      {children !== undefined && <div className="gl-page-actions">{children}</div>}
    </div>
  );
}

interface ListFactsProps {
  readonly total: string;
  /** When and within whose area: 截至 10:32 · 西关街道. */
  readonly rest: string;
}

/** What every list says: how many, as of when, within whose area. */
export function ListFacts({ total, rest }: ListFactsProps): ReactElement {
  return (
    <p className="gl-list-facts" aria-live="polite">
      <b>{total}</b> <span className="quiet">· {rest}</span>
    </p>
  );
}
