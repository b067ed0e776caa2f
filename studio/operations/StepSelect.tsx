import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { ControlProps } from '../ui/Field.tsx';

interface StepSelectProps {
  readonly control: ControlProps | { readonly 'aria-label': string };
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What stands for no choice. */
  readonly none: string;
}

/** One step of a process, by its name. */
export function StepSelect({ control, steps, value, onChange, none }: StepSelectProps): ReactElement {
  const { pack } = useText();
  return (
    <select {...control} className="gl-input" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {steps.map(({ id, title }) => (
        <option key={id} value={id}>
          {pack(title)}
        </option>
      ))}
    </select>
  );
}
