import type { ReactElement, ReactNode } from 'react';
import type { SessionView } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { BrandMark } from '../../ui/Icon.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import './entrance-page.css';

interface EntrancePageProps {
  readonly title: string;
  readonly place: SessionView['place'];
  readonly children: ReactNode;
  /** What stands beside it on a desk, and below it on a phone. */
  readonly beside?: ReactNode;
}

/** The pages before the door: the mark, a card with one or two panes, and the language. */
export function EntrancePage({ title, place, children, beside }: EntrancePageProps): ReactElement {
  const { text, pack } = useText();
  useDocumentTitle(title);
  return (
    <div className="gl-entrance">
      <header>
        <span className="gl-entrance-mark">
          <BrandMark />
        </span>
        <div>
          <b>{text('product')}</b>
          <span className="quiet">{pack(place.title)}</span>
        </div>
      </header>
      <main>
        <div className={beside === undefined ? 'gl-entrance-card gl-entrance-single' : 'gl-entrance-card'}>
          <div className="gl-entrance-pane">{children}</div>
          {beside !== undefined && <aside className="gl-entrance-beside">{beside}</aside>}
        </div>
      </main>
      <footer>
        <LanguageSwitch />
        <span className="quiet push">{place.area === null ? '' : pack(place.area.name)}</span>
      </footer>
    </div>
  );
}
