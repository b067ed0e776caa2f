import type { JsonObject } from '../../../server/kernel/json.ts';
import { type DeviceStore, type Draft, draftId, type OutboxItem } from './device-store.ts';
import { mayBeChanged } from './outbox-item.ts';

/** What has been written of a thing (`report`, `user-task:<id>`) by a person on this device, or undefined. */
export async function readDraft(store: DeviceStore, person: string, thing: string): Promise<Draft | undefined> {
  return store.drafts.get(draftId(person, thing));
}

/** Keeps what has been written so far; called after every change. */
export async function keepDraft(store: DeviceStore, draft: Omit<Draft, 'id' | 'changedAt' | 'refusal'>): Promise<void> {
  const id = draftId(draft.person, draft.thing);
  await store.drafts.put({ ...draft, id, refusal: null, changedAt: new Date().toISOString() });
}

/** Throws away what was written of a thing. */
export async function dropDraft(store: DeviceStore, person: string, thing: string): Promise<void> {
  await store.drafts.delete(draftId(person, thing));
}

/** What is to be sent, before it has a key. */
export interface Submission {
  readonly person: string;
  readonly thing: string;
  readonly operation: string;
  readonly params: JsonObject;
  readonly body: JsonObject;
  readonly title: string;
  /** What the draft held when it was submitted. */
  readonly data: JsonObject;
  readonly beside: JsonObject;
}

/** Puts a submission into the outbox and removes its draft, both or neither. */
export async function submit(store: DeviceStore, id: string, submission: Submission): Promise<OutboxItem> {
  const { person, thing, operation, params, body, title, data, beside } = submission;
  const now = new Date().toISOString();
  const draft: Draft = { id: draftId(person, thing), person, thing, data, beside, refusal: null, changedAt: now };
  const item: OutboxItem = {
    id,
    person,
    operation,
    params,
    body,
    title,
    draft,
    createdAt: now,
    state: 'waiting',
    attempts: 0,
    mayHaveArrived: false,
    problem: null,
  };
  await store.transaction('rw', store.outbox, store.drafts, async () => {
    await store.outbox.add(item);
    await store.drafts.delete(draft.id);
  });
  return item;
}

/** What came of taking an item back. */
export type TakenBack =
  | 'taken'
  /** It may have reached the server meanwhile, or is gone. */
  | 'too-late'
  /** Another draft of the same thing has been begun since. */
  | 'draft-in-the-way';

/**
 * Takes an item back to be changed: it becomes the draft of its thing again. Unless it is `taken`, nothing changes.
 *
 * @param other what to do about a draft of the same thing that was begun since.
 */
export async function takeBack(store: DeviceStore, id: string, other: 'keep' | 'drop' = 'keep'): Promise<TakenBack> {
  return store.transaction('rw', store.outbox, store.drafts, async () => {
    const item = await store.outbox.get(id);
    if (item === undefined || !mayBeChanged(item)) return 'too-late';
    if (other === 'keep' && (await store.drafts.get(item.draft.id)) !== undefined) return 'draft-in-the-way';
    await store.drafts.put({ ...item.draft, refusal: item.problem, changedAt: new Date().toISOString() });
    await store.outbox.delete(id);
    return 'taken';
  });
}
