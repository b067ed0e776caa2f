import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from './Button.tsx';

interface PageStepsProps {
  /** From 1. */
  readonly page: number;
  /** Null: there is none. */
  readonly onward: (() => void) | null;
  readonly back: (() => void) | null;
}

/** Which page it is, and the way on and back, where nobody knows how many pages there are. */
export function PageSteps({ page, onward, back }: PageStepsProps): ReactElement | null {
  const { text } = useText();
  if (onward === null && back === null) return null;
  return (
    <nav className="gl-pager" aria-label={text('pager')}>
      <span className="quiet">{text('pager.page', { page })}</span>
      <Button small disabled={back === null} onPress={() => back?.()}>
        {text('pager.before')}
      </Button>
      <Button small disabled={onward === null} onPress={() => onward?.()}>
        {text('pager.after')}
      </Button>
    </nav>
  );
}
