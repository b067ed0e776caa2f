import { completeUserTask } from '../../../server/http/contract/user-tasks.ts';
import { reportCase } from '../../../server/http/contract/cases.ts';
import type { AnyOperation } from '../../../server/http/contract/operation.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { call } from '../call.ts';
import { uploadPhoto } from '../upload-photo.ts';
import { deviceStore } from './device-store.ts';
import { flushOutbox, type Round } from './flush-outbox.ts';
import type { Carrier } from './send-item.ts';

/** What may wait in the outbox. */
const sendable: Readonly<Record<string, AnyOperation>> = { reportCase, completeUserTask };

const carrier: Carrier = {
  hasNetwork: () => navigator.onLine,
  upload: uploadPhoto,
  send: async (id, params, body, key) => {
    const operation = sendable[id];
    if (operation === undefined) throw new Error(`${id} cannot be sent later`);
    return (await call(operation, { params, body } as never, { key })) as JsonObject;
  },
};

const listeners = new Set<() => void>();
let sending: Promise<Round> | null = null;

/**
 * Sends what the person has waiting. One round at a time: whoever asks during a round gets that round, and another tab
 * of this browser waits its turn where the browser has locks (only in secure contexts; elsewhere the keys see to it that
 * two tabs sending the same do no harm).
 */
export async function sendOutbox(person: string): Promise<Round> {
  sending ??= oneRound(person).finally(() => {
    sending = null;
    tellEverybody();
  });
  tellEverybody();
  return sending;
}

/** True during a round; for `useSyncExternalStore`. */
export function isSending(): boolean {
  return sending !== null;
}

/** Calls `listener` when a round begins or ends; answers how to stop listening. */
export function onSending(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function oneRound(person: string): Promise<Round> {
  const round = async (): Promise<Round> => flushOutbox(deviceStore, carrier, person);
  // Typed as always there; over plain http on an office network it is not.
  const locks = navigator.locks as LockManager | undefined;
  return locks === undefined ? round() : locks.request('gridloom-outbox', round);
}

function tellEverybody(): void {
  for (const tell of listeners) tell();
}
