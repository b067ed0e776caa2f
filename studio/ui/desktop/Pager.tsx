import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../Button.tsx';
import './pager.css';

interface PagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  readonly onMove: (offset: number) => void;
}

/** Where one is in a long list, and the way on and back. */
export function Pager({ offset, shown, total, size, onMove }: PagerProps): ReactElement | null {
  const { text } = useText();
  if (total <= size && offset === 0) return null;
  return (
    <nav className="gl-pager" aria-label={text('pager')}>
      <span className="quiet">{text('pager.place', { first: offset + 1, last: offset + shown, total })}</span>
      <Button small disabled={offset === 0} onPress={() => onMove(Math.max(0, offset - size))}>
        {text('pager.before')}
      </Button>
      <Button small disabled={offset + shown >= total} onPress={() => onMove(offset + size)}>
        {text('pager.after')}
      </Button>
    </nav>
  );
}
