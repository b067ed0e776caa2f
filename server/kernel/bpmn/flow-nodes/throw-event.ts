import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { MessageDefinition, Throw } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { correlationText } from '../listening/listen.ts';
import type { ElementInstance } from '../process-instance.ts';
import { throwError, throwEscalation } from './propagation.ts';
import { throwSignal } from './throw-signal.ts';

/**
 * Throws one event from an element (BPMN 2.0.2, 13.5.6): who catches it happens in the same step, but for a message,
 * which leaves the instance. Links, terminations, cancellations and compensations are not thrown but done by the event
 * itself.
 *
 * @param variables what goes out with it
 * @returns a fault that keeps the event where it is
 */
export function throwFrom(
  execution: Execution,
  element: ElementInstance,
  event: Throw,
  variables: JsonObject,
  to: readonly string[] = [],
): EvaluationFault | null {
  switch (event.kind) {
    case 'error':
      return throwError(execution, element, event.code, variables);
    case 'escalation':
      throwEscalation(execution, element, event.code, variables);
      return null;
    case 'signal':
      throwSignal(execution, element, event.signal, variables);
      return null;
    case 'message': {
      const addressed = addressMessage(execution, element, event.message);
      if (!addressed.ok) return addressed.fault;
      const { name } = event.message;
      throwMessage(execution, element, { name, correlation: addressed.correlation, variables, to });
      return null;
    }
    case 'link':
    case 'terminate':
    case 'cancel':
    case 'compensation':
      return null;
  }
}

/** The value by which a message finds its instance, as it is now: null where it has none. */
export function addressMessage(
  execution: Execution,
  element: ElementInstance,
  { correlation: source }: MessageDefinition,
):
  | { readonly ok: true; readonly correlation: string | null }
  | { readonly ok: false; readonly fault: EvaluationFault } {
  if (!source) return { ok: true, correlation: null };
  const result = execution.evaluate(source, execution.visible(element.scope, element.variables));
  return result.ok ? { ok: true, correlation: correlationText(result.value) } : result;
}

interface Outgoing {
  readonly name: string;
  readonly correlation: string | null;
  readonly variables: JsonObject;
  readonly to: readonly string[];
}

/** Sends a message off: to whoever a message flow leads to, or whoever waits for it. */
export function throwMessage(execution: Execution, { id, scope, element }: ElementInstance, message: Outgoing): void {
  execution.emit({ type: 'message-thrown', id, scope, element, ...message });
}
