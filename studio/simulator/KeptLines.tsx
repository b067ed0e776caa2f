import type { ReactElement } from 'react';
import type { ScenarioLine } from '../../server/kernel/simulation/keep-scenario.ts';

interface KeptLinesProps {
  readonly lines: readonly ScenarioLine[];
  readonly kept: readonly boolean[];
  readonly onChange: (index: number, kept: boolean) => void;
}

/** A run sentence by sentence, numbered as it will be kept; each but the first can be left out. */
export function KeptLines({ lines, kept, onChange }: KeptLinesProps): ReactElement {
  return (
    <ul className="gl-kept-lines">
      {lines.map((line, index) => (
        <li key={index} className={'then' in line.step ? 'gl-kept-then' : undefined}>
          <label>
            <input
              type="checkbox"
              checked={kept[index] ?? false}
              disabled={index === 0}
              onChange={(event) => onChange(index, event.target.checked)}
            />
            <span className="gl-kept-nth quiet">
              {kept[index] === true ? kept.slice(0, index + 1).filter(Boolean).length : ''}
            </span>
            <span>{line.sentence}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
