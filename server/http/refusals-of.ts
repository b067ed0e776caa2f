import type { AnyOperation } from './contract/operation.ts';
import { errorCatalogue, type ProblemCode } from './errors.ts';

/** What anything may be refused with, whatever it is. */
const always: readonly ProblemCode[] = ['too-busy', 'database-unavailable', 'bug'];

/** What follows from how an operation is declared: who may call it, and what it takes. */
function byItsForm(operation: AnyOperation): readonly ProblemCode[] {
  const { access, method, group, params, query, body, idempotent = false, transport } = operation;
  const changes = method !== 'GET';
  const asked: readonly (readonly [boolean, readonly ProblemCode[]])[] = [
    [access === 'signed-in', ['signed-out', 'nothing-published']],
    [access === 'signed-in' && group !== 'session', ['must-change-password']],
    [access === 'signed-in' && changes, ['session-ended']],
    [access === 'worker', ['worker-token-wrong']],
    [access !== 'worker' && changes, ['origin-foreign']],
    [params !== undefined || query !== undefined || body !== undefined, ['request-invalid']],
    [body !== undefined, ['body-not-json', 'body-too-large']],
    [body !== undefined || transport === 'multipart', ['media-type-unsupported']],
    [idempotent, ['idempotency-key-missing', 'idempotency-key-reused']],
    [changes, ['outcome-unknown']],
  ];
  return asked.flatMap(([holds, codes]) => (holds ? codes : []));
}

/** Everything an operation may be refused with, by its HTTP status. */
export function refusalsOf(operation: AnyOperation): ReadonlyMap<number, readonly ProblemCode[]> {
  const named = (operation.refuses ?? []).filter((code): code is ProblemCode => Object.hasOwn(errorCatalogue, code));
  const codes = [...new Set([...named, ...byItsForm(operation), ...always])];
  const byStatus = Map.groupBy(codes, (code) => errorCatalogue[code].status);
  return new Map([...byStatus].toSorted(([one], [other]) => one - other));
}
