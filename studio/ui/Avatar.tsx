import type { ReactElement } from 'react';
import './avatar.css';

/** The last character of a person's name in a circle, as Chinese offices do; decoration beside the name. */
export function Avatar({ name }: { readonly name: string }): ReactElement {
  return (
    <span className="gl-avatar" aria-hidden="true">
      {Array.from(name).at(-1)}
    </span>
  );
}
