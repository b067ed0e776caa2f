import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { type LightName, type LightValue, lightWords } from './light-words.ts';
import './light.css';

const classes: Readonly<Record<LightName, string>> = { green: 'ok', yellow: 'warn', red: 'late', paused: 'paused' };

/** The shape of a light alone; always beside its word. */
export function LightShape({ light }: { readonly light: LightName }): ReactElement {
  return <i className={`gl-shape gl-shape-${classes[light]}`} aria-hidden="true" />;
}

/**
 * How a limit stands: shape, colour, word and amount together, never colour alone.
 *
 * @param filled with a background for every light, as in headers and cards; without it (in tables) only 临期 and 超期
 *   have one.
 */
export function Light({
  value,
  filled = true,
}: {
  readonly value: LightValue;
  readonly filled?: boolean;
}): ReactElement {
  return (
    <LightTag light={value.light} filled={filled}>
      {lightWords(value, useText())}
    </LightTag>
  );
}

/** A light in a line of text, without a background: ■ 超期 2. */
export function LightWord({ light, children }: { readonly light: LightName; readonly children: string }): ReactElement {
  return (
    <span className={`gl-light-word gl-light-word-${classes[light]}`}>
      <LightShape light={light} />
      {children}
    </span>
  );
}

interface LightTagProps {
  readonly light: LightName;
  readonly filled?: boolean;
  readonly children: string;
}

/** A light with words of its own: 空岗 3 个, 配齐. */
export function LightTag({ light, filled = true, children }: LightTagProps): ReactElement {
  return (
    <span className={`gl-light gl-light-${classes[light]}${filled ? ' gl-light-filled' : ''}`}>
      <LightShape light={light} />
      {children}
    </span>
  );
}
