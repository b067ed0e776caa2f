import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { Instant } from '../../kernel/json.ts';

/** Timers an instance has armed: by the element instance or the scope that waits, and their key. */
export function armedTimers(
  instance: ProcessInstance,
): readonly { readonly element: number; readonly key: string; readonly due: Instant }[] {
  return Object.values(instance.scopes).flatMap((scope) =>
    [scope, ...scope.elements].flatMap(({ id: element, timers }) =>
      Object.entries(timers ?? {}).map(([key, { due }]) => ({ element, key, due })),
    ),
  );
}
