import type { ReactElement } from 'react';
import './choose-box.css';

interface ChooseBoxProps {
  readonly chosen: boolean;
  readonly label: string;
  readonly onChange: () => void;
}

/** A box that chooses a row of a list, or all of its rows in the head. */
export function ChooseBox({ chosen, label, onChange }: ChooseBoxProps): ReactElement {
  return (
    <button
      type="button"
      className="gl-choose-box"
      role="checkbox"
      aria-checked={chosen}
      aria-label={label}
      onClick={onChange}
    />
  );
}
