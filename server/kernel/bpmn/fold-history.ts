import { applyTo, unbornInstance } from './apply.ts';
import type { ProcessEvent } from './events.ts';
import { InstanceDraft } from './instance-draft.ts';
import type { ProcessInstance } from './process-instance.ts';

/** Folds a history piece by piece, so that a long one need not be in memory as a whole. */
export interface HistoryFold {
  /** @throws Error when an event does not fit what came before it */
  add(event: ProcessEvent): void;
  /** The instance after everything that was added. */
  readonly instance: ProcessInstance;
}

/**
 * What a history says an instance must be: every event applied from its birth on. The stored instance is the truth to
 * run by; this is what it is checked against (reliability.md, I4).
 *
 * @param id of the instance
 * @param process id of the process of its first event
 */
export function foldHistory(id: string, process: string): HistoryFold {
  let instance = unbornInstance(id, process);
  return {
    add(event) {
      const draft = new InstanceDraft(instance);
      applyTo(draft, event);
      if (draft.isChanged) instance = draft.now;
    },
    get instance() {
      return instance;
    },
  };
}
