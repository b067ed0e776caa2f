/** Changes that follow each other so quickly are one for the person who made them: somebody typed a word. */
const ONE_CHANGE = 700;
const DEEPEST = 100;

/** What was, what is, and what was undone. */
export interface UndoStack<Value> {
  readonly past: readonly Value[];
  readonly future: readonly Value[];
  /** Milliseconds since 1970 of the last change. */
  readonly changedAt: number;
}

export const emptyStack: UndoStack<never> = { past: [], future: [], changedAt: 0 };

/** Remembers `before` because something else takes its place at `now`; what had been undone cannot come back. */
export function remember<Value>(stack: UndoStack<Value>, before: Value, now: number): UndoStack<Value> {
  const isSameChange = now - stack.changedAt < ONE_CHANGE && stack.past.length > 0 && stack.future.length === 0;
  const past = isSameChange ? stack.past : [...stack.past, before].slice(-DEEPEST);
  return { past, future: [], changedAt: now };
}

/** One step back from `present`; null when there is none. */
export function stepBack<Value>(
  { past, future }: UndoStack<Value>,
  present: Value,
): { readonly stack: UndoStack<Value>; readonly value: Value } | null {
  const value = past.at(-1);
  if (value === undefined) return null;
  return { stack: { past: past.slice(0, -1), future: [present, ...future], changedAt: 0 }, value };
}

/** One step forward again from `present`; null when there is none. */
export function stepForward<Value>(
  { past, future }: UndoStack<Value>,
  present: Value,
): { readonly stack: UndoStack<Value>; readonly value: Value } | null {
  const [value, ...rest] = future;
  if (value === undefined) return null;
  return { stack: { past: [...past, present], future: rest, changedAt: 0 }, value };
}
