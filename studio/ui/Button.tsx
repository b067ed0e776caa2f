import type { MouseEventHandler, ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { useSteadyPress } from './use-steady-press.ts';
import './button.css';

export interface ButtonLook {
  /** `primary`: the one next sensible step of a screen. `soft`: a light one inside a card. `text`: a link that acts. */
  readonly kind?: 'primary' | 'plain' | 'soft' | 'text' | 'danger';
  readonly small?: boolean;
  /** As wide as what holds it. */
  readonly wide?: boolean;
}

interface ButtonProps extends ButtonLook {
  readonly children: ReactNode;
  readonly onPress?: MouseEventHandler<HTMLButtonElement>;
  readonly type?: 'button' | 'submit';
  /** While it is doing what it was pressed for; it keeps its width and cannot be pressed again. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
  /** Id of a form elsewhere on the page that it submits. */
  readonly form?: string;
}

/** A button of either door; its measures come from the door. */
export function Button(props: ButtonProps): ReactElement {
  const { children, onPress, type = 'button', busy = false, disabled = false, label, pressed, form } = props;
  const press = useSteadyPress(onPress);
  return (
    <button
      type={type}
      className={`${lookOf(props)}${busy ? ' gl-button-busy' : ''}`}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      aria-pressed={pressed}
      form={form}
      {...press}
    >
      {children}
    </button>
  );
}

/** A link to another page that looks like a button. */
export function ButtonLink(props: ButtonLook & { readonly to: string; readonly children: ReactNode }): ReactElement {
  return (
    <Link href={props.to} className={lookOf(props)}>
      {props.children}
    </Link>
  );
}

function lookOf({ kind = 'plain', small = false, wide = false }: ButtonLook): string {
  return `gl-button gl-button-${kind}${small ? ' gl-button-small' : ''}${wide ? ' gl-button-wide' : ''}`;
}
