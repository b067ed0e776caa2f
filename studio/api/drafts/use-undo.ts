import { useEffect, useRef, useState } from 'react';
import type { Content } from './content.ts';
import { emptyStack, remember, stepBack, stepForward, type UndoStack } from './undo-stack.ts';
import type { OpenDefinition } from './use-draft-definition.ts';

/** Undoing and redoing, as `EditorFrame` shows it. */
export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * Undo and redo for an editor without a command stack of its own: it saves through `save` instead of `open.save`, and
 * draws `open.content`. Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z work outside of boxes for text, which have their own.
 */
export function useUndo(open: Pick<OpenDefinition, 'content' | 'save' | 'reload' | 'readOnly' | 'id'>): Undo & {
  readonly save: (content: Content) => void;
} {
  const of = `${open.id} ${open.reload}`;
  const [kept, setKept] = useState<{ readonly of: string; readonly stack: UndoStack<Content> }>({
    of,
    stack: emptyStack,
  });
  // Content that came from outside is another story: undoing across it would undo somebody else's work.
  const stack: UndoStack<Content> = kept.of === of ? kept.stack : emptyStack;
  const go = (step: typeof stepBack): void => {
    const gone = open.readOnly === null ? step(stack, open.content) : null;
    if (gone === null) return;
    setKept({ of, stack: gone.stack });
    open.save(gone.value);
  };
  const undo = (): void => go(stepBack);
  const redo = (): void => go(stepForward);
  useUndoKeys(undo, redo);
  return {
    canUndo: stack.past.length > 0,
    canRedo: stack.future.length > 0,
    undo,
    redo,
    save: (content) => {
      setKept({ of, stack: remember(stack, open.content, Date.now()) });
      open.save(content);
    },
  };
}

/** Calls `undo` and `redo` on their keys while the component is there. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const latest = useRef({ undo, redo });
  useEffect(() => {
    latest.current = { undo, redo };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (action === null || isTextBox(event.target)) return;
      event.preventDefault();
      latest.current[action]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actionOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : null;
}

function isTextBox(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio], [type=button])')
  );
}
