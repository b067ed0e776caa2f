import { type ReactElement, type ReactNode, useId } from 'react';
import { Icon } from '../../ui/Icon.tsx';

interface Chip {
  readonly key: string;
  readonly text: string;
  readonly on: boolean;
}

interface ChipsProps {
  readonly chips: readonly Chip[];
  /** One of them (a radio group), or any number. */
  readonly several?: boolean;
  readonly onPress: (key: string) => void;
  /** Pressing the chosen one again takes it back. */
  readonly optional?: boolean;
  readonly group: {
    readonly id: string;
    readonly 'aria-labelledby'?: string;
    readonly 'aria-label'?: string;
    readonly 'aria-describedby'?: string | undefined;
  };
  readonly required?: boolean;
  readonly invalid?: boolean;
}

/** Answers laid out as buttons: native radios or boxes under them, so that keyboards and readers know what to do. */
export function Chips({
  chips,
  several = false,
  onPress,
  optional = false,
  group,
  required = false,
  invalid = false,
}: ChipsProps): ReactElement {
  const name = useId();
  const chip = ({ key, text, on }: Chip): ReactNode => (
    <label key={key} className="fv-chip">
      <input
        type={several ? 'checkbox' : 'radio'}
        name={name}
        checked={on}
        onChange={() => {
          onPress(key);
        }}
        onClick={() => {
          if (on && optional && !several) onPress(key);
        }}
      />
      {on && <Icon name="check" small />}
      <span>{text}</span>
    </label>
  );
  const look = layout(chips);
  if (several)
    return (
      <div {...group} role="group" className={look}>
        {chips.map(chip)}
      </div>
    );
  return (
    <div {...group} role="radiogroup" aria-required={required} aria-invalid={invalid} className={look}>
      {chips.map(chip)}
    </div>
  );
}

/** Three beside each other while their words are short; with five characters there is just room for the mark. */
function layout(chips: readonly Chip[]): string {
  const longest = Math.max(0, ...chips.map(({ text }) => widthOf(text)));
  if (longest > 8.5) return 'fv-chips fv-chips-1';
  if (longest > 5 || chips.length === 2) return 'fv-chips fv-chips-2';
  return longest > 4 ? 'fv-chips fv-chips-3 fv-chips-tight' : 'fv-chips fv-chips-3';
}

/** In Han characters, which are as wide as two letters. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/u.test(one) ? 1 : 0.55), 0);
}
