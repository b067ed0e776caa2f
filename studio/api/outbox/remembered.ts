import { deviceStore } from './device-store.ts';
import { useLive } from './use-outbox.ts';

/** Keeps an answer of the server on this device under a name, for when there is no network. */
export async function remember(name: string, answer: unknown): Promise<void> {
  await deviceStore.answers.put({ key: name, answer, at: new Date().toISOString() });
}

/** What was kept under a name; undefined while it is read, null when there is nothing. */
export function useRemembered<Answer>(name: string): Answer | null | undefined {
  const kept = useLive(keptUnder, name);
  return kept === undefined ? undefined : (kept.answer as Answer | null);
}

async function keptUnder(key: string): Promise<{ readonly answer: unknown }> {
  return (await deviceStore.answers.get(key)) ?? { answer: null };
}

/** Forgets everything kept so: another person may use this phone next. What is unsent stays. */
export async function forgetRemembered(): Promise<void> {
  await deviceStore.answers.clear();
}
