import type { ReactElement } from 'react';
import './phone-page.css';

/** The line above the button of a foot: what is kept, or what is still missing; pressing the latter goes there. */
export function FootHint({ words, onPress }: { readonly words: string; readonly onPress?: () => void }): ReactElement {
  if (onPress === undefined) return <p className="gl-foot-hint">{words}</p>;
  return (
    <button type="button" className="gl-foot-hint gl-foot-hint-bad" onClick={onPress}>
      {words}
    </button>
  );
}
