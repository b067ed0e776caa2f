import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import type { ControlProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './input.css';

interface TextInputProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

/** One line of text. */
export function TextInput({ control, value, onChange, autoComplete = 'off', ...rest }: TextInputProps): ReactElement {
  return (
    <input
      {...control}
      {...rest}
      className="gl-input"
      value={value}
      autoComplete={autoComplete}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A password that can be looked at while it is typed. */
export function PasswordInput({ control, value, onChange, ...rest }: TextInputProps): ReactElement {
  const [seen, setSeen] = useState(false);
  const { text } = useText();
  return (
    <div className="gl-password">
      <input
        {...control}
        {...rest}
        className="gl-input"
        type={seen ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" aria-pressed={seen} onClick={() => setSeen(!seen)}>
        {text(seen ? 'password.hide' : 'password.show')}
      </button>
    </div>
  );
}

/** Several lines of text. */
export function TextArea({
  control,
  value,
  onChange,
  placeholder,
  maxLength,
  rows = 3,
}: TextInputProps & { readonly rows?: number }): ReactElement {
  return (
    <textarea
      {...control}
      className="gl-input"
      rows={rows}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
}

/** A search box with its glass; Enter searches at once. */
export function SearchInput({ label, value, onChange, onSubmit }: SearchInputProps): ReactElement {
  return (
    <form
      className="gl-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.(value);
      }}
    >
      <Icon name="search" small />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={80}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </form>
  );
}
