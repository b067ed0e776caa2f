import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { deviceStore } from '../outbox/device-store.ts';
import { dropDraft, keepDraft, readDraft } from '../outbox/drafts.ts';
import type { Content } from './content.ts';
import type { DefinitionAddress } from './draft-server.ts';

/** What the server had when something was written on it: a later write says so, and is compared with it. */
export interface Ground {
  readonly revision: number;
  readonly content: Content;
}

/** Content that could not be saved, and what it was based on. */
export interface Unsaved {
  readonly content: Content;
  readonly ground: Ground;
}

/** Where content that could not be saved outlives the page. */
export interface ContentKeeper {
  readonly find: (at: DefinitionAddress) => Promise<Unsaved | null>;
  readonly keep: (at: DefinitionAddress, unsaved: Unsaved) => Promise<void>;
  readonly drop: (at: DefinitionAddress) => Promise<void>;
}

/** Keeps on this device what a person could not save, among their other drafts. */
export function keepOnDevice(person: string): ContentKeeper {
  return {
    find: async (at) => {
      const kept = await readDraft(deviceStore, person, thingOf(at));
      if (kept === undefined) return null;
      const { revision, content: before } = kept.beside;
      const [content, ground] = [contentIn(kept.data), isJsonObject(before) ? contentIn(before) : null];
      if (content === null || ground === null || typeof revision !== 'number') return null;
      return { content, ground: { revision, content: ground } };
    },
    keep: async (at, { content, ground: { revision, content: before } }) =>
      keepDraft(deviceStore, {
        person,
        thing: thingOf(at),
        data: { ...content },
        beside: { revision, content: { ...before } },
      }),
    drop: async (at) => dropDraft(deviceStore, person, thingOf(at)),
  };
}

function thingOf({ area, kind, id }: DefinitionAddress): string {
  return `definition:${area}:${kind}:${id}`;
}

function contentIn({ xml, json }: JsonObject): Content | null {
  if (typeof xml === 'string') return { xml };
  return isJsonObject(json) ? { json } : null;
}
