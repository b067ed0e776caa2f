import { registerHooks } from 'node:module';

/** A fault planted in the kernel: what is put in the place of what in which of its files. */
interface Plant {
  readonly file: string;
  readonly good: string;
  readonly bad: string;
}

/** Faults that others have made; a run of seeds that does not find them proves nothing. */
const plants: { readonly [name: string]: Plant } = {
  /** A parallel join counts tokens instead of flows. */
  'join-counts-tokens': {
    file: 'flow-nodes/joins.ts',
    good: 'if (!node.incoming.every((incoming) => (arrivals[incoming] ?? 0) > 0)) return false;',
    bad: 'if (node.incoming.reduce((sum, flow) => sum + (arrivals[flow] ?? 0), 0) < 2) return false;',
  },
  /** An inclusive join is not looked at again when nothing else moves. */
  'inclusive-join-forgotten': {
    file: 'flow-nodes/waiting-joins.ts',
    good: 'if (supplied.length === 0 || isAwaited(execution, node, scope, supplied)) return false;',
    bad: 'if (supplied.length < 2) return false;',
  },
  /** What an activity listened to is still there after it was cancelled. */
  'cancelled-still-listens': {
    file: 'flow-nodes/cancel.ts',
    good: '  stopListening(execution, element);\n',
    bad: '',
  },
  /** What is on the boundary of a sub-process can still happen after the sub-process is done. */
  'done-still-listens': {
    file: 'flow-nodes/sub-process.ts',
    good: '  stopListening(execution, element);\n',
    bad: '',
  },
  /** An event sub-process catches what comes out of itself. */
  'catches-itself': {
    file: 'flow-nodes/catcher.ts',
    good: '.filter((subProcess) => subProcess !== from)',
    bad: '',
  },
};

export const plantNames: readonly string[] = Object.keys(plants);

/**
 * Plants a fault: modules of the kernel that are loaded from now on have it.
 *
 * @throws Error when there is no such fault, or the kernel no longer has the place for it
 */
export function plant(name: string): void {
  const fault = plants[name];
  if (!fault) throw new Error(`there is no fault ${name}, only ${plantNames.join(', ')}`);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(`kernel/bpmn/${fault.file}`)) return loaded;
      const source = loaded.source instanceof Uint8Array ? new TextDecoder().decode(loaded.source) : '';
      if (!source.includes(fault.good)) throw new Error(`${fault.file} has no place for ${name}`);
      return { ...loaded, source: source.replace(fault.good, fault.bad) };
    },
  });
}
