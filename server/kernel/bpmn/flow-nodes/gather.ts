import type { JsonObject } from '../../json.ts';
import type { Catch } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { catchKeys } from '../listening/catch-keys.ts';
import { listeningOf, type Listener } from '../listening/listener.ts';

/** The parts of an event, and whether all of them must come. */
export interface Parts {
  readonly catches: readonly Catch[];
  readonly all: boolean;
}

/** A part of an event that has come, by its key, and what came with it. */
export interface Part {
  readonly key: string;
  readonly variables: JsonObject;
}

/** Whether an event needs several things before it happens. */
export function needsSeveral({ catches, all }: Parts): boolean {
  return all && catches.length > 1;
}

/** The keys of the parts an event still waits for. */
export function missingParts(
  execution: Execution,
  listener: Listener,
  { catches }: Parts,
  event: string | null,
): readonly string[] {
  const heard = listeningOf(execution, listener)?.heard ?? [];
  return catchKeys(catches, event).filter((key) => !heard.includes(key));
}

/**
 * Takes in a part of an event: any part is enough, or all of them must come (parallel multiple, BPMN 2.0.2, 10.5.5.12).
 * What has come is marked, and what came with it is kept; of two that brought the same variable the last one counts.
 *
 * @param event id of the event, null for the listener's own
 * @returns what came with the event, with each of its parts; null while parts are missing
 */
export function gather(
  execution: Execution,
  listener: Listener,
  parts: Parts,
  event: string | null,
  { key, variables }: Part,
): JsonObject | null {
  if (!needsSeveral(parts)) return variables;
  const { id, scope } = listener;
  const brought = Object.keys(variables).length > 0 ? { variables } : {};
  execution.emit({ type: 'event-heard', id, scope, key, ...brought });
  if (missingParts(execution, listener, parts, event).length > 0) return null;
  const { came = {} } = listeningOf(execution, listener) ?? {};
  const before = event === null ? Object.values(came) : [came[event] ?? {}];
  return Object.assign({}, ...before, variables) as JsonObject;
}
