import { Fragment, type ReactElement, type ReactNode } from 'react';
import { type TextKey, useText } from '../../translations/texts.ts';

interface FilledProps {
  /** A sentence with places: 由 {post} 在 {area} 办理，{limit} 内完成。 */
  readonly of: TextKey;
  /** What stands in the places, as the language orders them. */
  readonly parts: Readonly<Record<string, ReactNode>>;
}

/** A sentence of the dictionary with choices set into it. */
export function Filled({ of, parts }: FilledProps): ReactElement {
  const { text } = useText();
  const pieces = text(of).split(/\{(\w+)\}/);
  return (
    <>
      {pieces.map((piece, nth) => (
        <Fragment key={`${nth} ${piece}`}>{nth % 2 === 0 ? piece : (parts[piece] ?? null)}</Fragment>
      ))}
    </>
  );
}
