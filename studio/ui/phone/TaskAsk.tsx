import type { ReactElement } from 'react';
import './task.css';

/** The one plain sentence that says what is to be done. */
export function TaskAsk({ children }: { readonly children: string }): ReactElement {
  return <p className="gl-ask">{children}</p>;
}
