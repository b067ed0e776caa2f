import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { EventNames } from '../../kernel/operations/tell-event.ts';
import { tellEvent } from '../../kernel/operations/tell-event.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { NameBook } from '../organization/position-views.ts';

/** A line of an instance's history. */
export interface HistoryLine {
  readonly seq: number;
  readonly at: Instant;
  readonly zh: string;
  readonly en: string;
  readonly weight: 'main' | 'detail';
  /** BPMN id of the element it is about, when there is one. */
  readonly element: string | null;
}

/** Names for what events refer to. */
export function eventNames(release: CompiledRelease, process: ExecutableProcess, names: NameBook): EventNames {
  return {
    process,
    person: (id) => names.person(id)?.name ?? '',
    position: (position) =>
      position.post === ''
        ? '—'
        : `${names.area(position.area).name} ${names.organization.posts.get(position.post)?.title ?? position.post}`,
    english: (zh) => release.english[zh] ?? zh,
  };
}

/**
 * Events as sentences, in order; what an element instance is of is learnt from the events before.
 *
 * @param known element instances that were there before the first of these events
 */
export function historyLines(
  events: readonly { readonly seq: number; readonly at: Instant; readonly event: ProcessEvent }[],
  names: EventNames,
  known: ReadonlyMap<number, string> = new Map(),
): readonly HistoryLine[] {
  const elements = new Map(known);
  return events.map(({ seq, at, event }) => {
    if (event.type === 'element-entered') elements.set(event.id, event.element);
    const element = 'element' in event && typeof event.element === 'string' ? event.element : null;
    const id = 'id' in event && typeof event.id === 'number' ? elements.get(event.id) : undefined;
    return { seq, at, ...tellEvent(event, names, elements), element: element ?? id ?? null };
  });
}
