import type { ReactElement } from 'react';
import { LightShape } from '../Light.tsx';
import type { LightName } from '../light-words.ts';
import './chips.css';

interface ToggleChipProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly light?: LightName;
  readonly children: string;
}

/** A filter that is on or off. */
export function ToggleChip({ on, onChange, light, children }: ToggleChipProps): ReactElement {
  return (
    <button type="button" className="gl-chip" aria-pressed={on} onClick={() => onChange(!on)}>
      {light !== undefined && <LightShape light={light} />}
      {children}
    </button>
  );
}
