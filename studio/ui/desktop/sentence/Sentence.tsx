import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import './sentence.css';

const Fixed = createContext(false);

/** True where sentences are only to be read: their choices are then plain words. */
export function useFixed(): boolean {
  return useContext(Fixed);
}

/** Makes every choice inside a plain word, when `fixed`. */
export function SentenceScope({
  fixed,
  children,
}: {
  readonly fixed: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return <Fixed value={fixed}>{children}</Fixed>;
}

/** One sentence of a panel, with the choices set inside it: 由 [网格长] 在 [事件所在网格] 办理。 */
export function Sentence({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="gl-sentence">{children}</p>;
}

/** Sentences about one question, below it: 谁办、多久. */
export function SentenceGroup({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="gl-sentences">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
