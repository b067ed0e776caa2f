import { type ReactElement, useId } from 'react';
import './choice-row.css';

interface ChoiceRowProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of a few, all in sight. */
export function ChoiceRow({ label, choices, value, onChange }: ChoiceRowProps): ReactElement {
  const name = useId();
  return (
    <div className="gl-choice-row" role="radiogroup" aria-label={label}>
      {choices.map(({ id, title }) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}
