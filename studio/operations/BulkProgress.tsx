import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { BulkFile } from './BulkPage.tsx';

const states = ['done', 'refused', 'failed', 'stopped', 'waiting'] as const;

/** How many came to what: a bar and the same as words, so that nothing is said by colour alone. */
export function BulkProgress({ file }: { readonly file: Pick<BulkFile, 'counts' | 'total' | 'state'> }): ReactElement {
  const { text } = useText();
  const { counts, total, state } = file;
  return (
    <div className="gl-bulk-progress">
      <p aria-live="polite">
        <b>{text(`bulk.state.${state}`)}</b>{' '}
        <span className="quiet">
          {text('bulk.progress', { done: counts.done + counts.refused + counts.failed, total })}
        </span>
      </p>
      <svg viewBox={`0 0 ${Math.max(1, total)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {states.map((name, place) => (
          <rect
            key={name}
            className={`gl-bulk-${name}`}
            x={states.slice(0, place).reduce((sum, before) => sum + counts[before], 0)}
            width={counts[name]}
            height={1}
          />
        ))}
      </svg>
      <ul>
        {states
          .filter((name) => name === 'done' || counts[name] > 0)
          .map((name) => (
            <li key={name}>
              <i className={`gl-bulk-${name}`} aria-hidden="true" /> {text(`bulk.${name}`)} <b>{counts[name]}</b>
            </li>
          ))}
      </ul>
    </div>
  );
}
