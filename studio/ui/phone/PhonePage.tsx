import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { useDocumentTitle } from '../use-document-title.ts';
import { useText } from '../../translations/texts.ts';
import './phone-page.css';

interface InnerPageProps {
  readonly title: string;
  readonly onBack: () => void;
  /** A cross instead of an arrow, for what is left without being finished. */
  readonly closes?: boolean;
  /** At the other end of the bar: what is unsent. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** The sticky buttons below; they take the place of the tabs. */
  readonly foot?: ReactNode;
}

/** A phone page behind a tab: a bar with the way back, the content, and its own foot. */
export function InnerPage({ title, onBack, closes = false, aside, children, foot }: InnerPageProps): ReactElement {
  const { text } = useText();
  useDocumentTitle(title);
  return (
    <div className={foot === undefined ? 'gl-phone-page' : 'gl-phone-page gl-phone-page-footed'}>
      <header className="gl-phone-bar">
        <button type="button" aria-label={text(closes ? 'close' : 'back')} onClick={onBack}>
          <Icon name={closes ? 'cross' : 'back'} />
        </button>
        <h1 className="cut">{title}</h1>
        {aside}
      </header>
      <main>{children}</main>
      {foot !== undefined && <div className="gl-phone-foot">{foot}</div>}
    </div>
  );
}

/** A page that a tab opens: a plain title; the tabs stay. */
export function TabPage({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  useDocumentTitle(title);
  return (
    <div className="gl-phone-page gl-phone-page-tabbed">
      <header className="gl-phone-bar gl-phone-bar-tab">
        <h1>{title}</h1>
        {aside}
      </header>
      <main>{children}</main>
    </div>
  );
}

/** A white band over the full width. */
export function Block({ children, id }: { readonly children: ReactNode; readonly id?: string }): ReactElement {
  return (
    <section className="gl-block" id={id}>
      {children}
    </section>
  );
}

/** The heading of a part of a phone page, with what is said at its end. */
export function PartHead({
  title,
  aside,
  id,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly id?: string;
}): ReactElement {
  return (
    <div className="gl-part-head" id={id}>
      <h2>{title}</h2>
      {aside !== undefined && <span className="quiet">{aside}</span>}
    </div>
  );
}
