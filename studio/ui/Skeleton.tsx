import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import './states.css';

/** Grey lines where the text will be, so that nothing moves when it arrives. */
export function SkeletonLines({
  count,
  height = 20,
}: {
  readonly count: number;
  readonly height?: number;
}): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-skeleton" role="status" aria-label={text('loading')}>
      {Array.from({ length: count }, (_, line) => (
        <i key={line} style={{ height, width: `${94 - ((line * 17) % 34)}%` }} />
      ))}
    </div>
  );
}
