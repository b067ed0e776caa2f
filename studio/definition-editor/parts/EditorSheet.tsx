import type { ReactElement, ReactNode } from 'react';

/** The canvas of an editor as one white sheet with parts under each other. */
export function EditorSheet({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="gl-editor-sheet">{children}</div>;
}

/** A part of the sheet: its question, and where problems of a place in the definition are shown. */
export function SheetPart({
  title,
  note,
  place,
  aside,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  /** JSON pointer of what the part edits. */
  readonly place?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="gl-editor-part" aria-label={title} data-path={place}>
      <header>
        <h2>{title}</h2>
        {note !== undefined && <span className="quiet">{note}</span>}
        {aside !== undefined && <span className="push">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
