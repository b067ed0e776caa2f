import type { ReactElement } from 'react';
import type { DmnFault } from '../../server/kernel/dmn/dmn-fault.ts';
import { useText } from '../translations/texts.ts';
import { decisionIn } from './table-text.ts';

/** A decision that is no table, or one whose file cannot be read: shown behind 专业, and kept as it is. */
export function ReadOnlyDecision({
  xml,
  id,
  faults,
}: {
  readonly xml: string;
  readonly id: string;
  readonly faults: readonly DmnFault[];
}): ReactElement {
  const { text, either } = useText();
  const element = decisionIn(xml, id)?.element;
  return (
    <section className="gl-decision-only">
      <p>{text(faults.length === 0 ? 'decision.no-table' : 'decision.faulty')}</p>
      <ul>
        {faults.map((fault, nth) => (
          <li key={nth} className="gl-field-error">
            {either(fault)}
          </li>
        ))}
      </ul>
      <details className="gl-beyond">
        <summary>{text('decision.expert')}</summary>
        <pre>{element === undefined ? xml : xml.slice(element.start, element.end)}</pre>
      </details>
    </section>
  );
}
