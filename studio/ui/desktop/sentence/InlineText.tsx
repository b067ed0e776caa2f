import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useFixed } from './Sentence.tsx';
import './sentence.css';

interface InlineTextProps {
  /** What is written here, for those who hear the box without its sentence. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly longest?: number;
  readonly wrong?: boolean;
}

/** A few words written inside a sentence; the box is as wide as they are. */
export function InlineText(props: InlineTextProps): ReactElement {
  const { label, value, onChange, placeholder = '', longest = 200, wrong = false } = props;
  if (useFixed()) return <b className="gl-inline-fixed">{value}</b>;
  return (
    <input
      className={`gl-inline gl-inline-box${wrong ? ' gl-inline-wrong' : ''}`}
      aria-label={label}
      aria-invalid={wrong}
      style={{ width: `calc(${widthOf(value === '' ? placeholder : value)} + 16px)` }}
      maxLength={longest}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface InlineNumberProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Said inside the chip after the number: 个工作日. */
  readonly unit?: string;
}

/**
 * A number written inside a sentence. What is typed counts as soon as it is a number within its limits; until then the
 * box is marked, and leaving it brings the last good number back.
 */
export function InlineNumber(props: InlineNumberProps): ReactElement {
  const { label, value, onChange, min = 0, max = 999_999, step = 1, unit = '' } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? '' : String(value));
  const read = (words: string): number | null => {
    const number = Number(words);
    const fits = words.trim() !== '' && number >= min && number <= max && Number.isInteger((number - min) / step);
    return fits ? number : null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setTyped(null);
    onChange(Math.min(max, Math.max(min, (value ?? min) + by)));
  };
  if (useFixed()) return <b className="gl-inline-fixed">{`${shown} ${unit}`.trim()}</b>;
  return (
    <label className={`gl-inline${read(shown) === null ? ' gl-inline-wrong' : ''}`}>
      <input
        role="spinbutton"
        inputMode="numeric"
        aria-label={unit === '' ? label : `${label} ${unit}`}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={read(shown) === null}
        style={{ width: widthOf(shown === '' ? '0' : shown) }}
        value={shown}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          const number = read(target.value);
          if (number !== null) onChange(number);
        }}
      />
      {unit}
    </label>
  );
}

/** As wide as the words: a Chinese character is twice as wide as a letter. */
function widthOf(words: string): string {
  const letters = Array.from(words).reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1.05), 0);
  return `${Math.max(2, Math.ceil(letters)) + 1}ch`;
}
