import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';

/** A cell that says more than a grid can: kept as it is, to be read by those who know how. */
export function BeyondCell({ source }: { readonly source: string }): ReactElement {
  const { text } = useText();
  return (
    <details className="gl-beyond">
      <summary>{text('decision.beyond')}</summary>
      <code>{source}</code>
    </details>
  );
}
