import type { Catch } from '../executable-event.ts';

/**
 * The keys under which the parts of an event are listened to. An event of its own is called by what it waits for
 * (`timer`), one on a boundary or before an event sub-process by its id; several parts are numbered after a colon, which
 * no element id has.
 *
 * @param event id of a boundary, start or following event; null for the element's own
 */
export function catchKeys(catches: readonly Catch[], event: string | null): readonly string[] {
  return catches.map((part, index) => {
    const name = event ?? part.kind;
    return catches.length === 1 ? name : `${name}:${index}`;
  });
}

/** Under what the parts of an event gather that have come before the others: the event, as its keys name it. */
export function gatheredBy(key: string): string {
  return key.split(':')[0] ?? '';
}

/** The event a key belongs to. The lights of a clock (`light:red`) belong to none. */
export function eventOfKey(key: string): string {
  return /^[^:]+(?=:\d+$|$)/.exec(key)?.[0] ?? '';
}
