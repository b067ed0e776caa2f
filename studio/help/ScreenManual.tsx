import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { pageOfScreen } from './manual-pages.ts';
import { ManualText } from './ManualText.tsx';

interface ScreenManualProps {
  /** The address of the screen that somebody asked about, with what stands behind its question mark. */
  readonly address: string;
  /** The help goes away because somebody follows a link in it. */
  readonly onLeave: () => void;
  /** Shown for screens the manual does not tell about. */
  readonly otherwise: ReactElement;
}

/** The page of the manual that belongs to a screen, to be read beside it. */
export function ScreenManual({ address, onLeave, otherwise }: ScreenManualProps): ReactElement {
  const { text, either } = useText();
  const page = pageOfScreen(address);
  if (page === undefined) return otherwise;
  return (
    <>
      <p className="gl-manual-way">
        <b>{either(page.title)}</b>
        <Link href={`/manual/${page.id}`} onClick={onLeave}>
          {text('manual.whole')}
        </Link>
      </p>
      <ManualText page={page} />
    </>
  );
}
