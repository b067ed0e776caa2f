import { describe, expect, it } from 'vitest';
import { emptyStack, remember, stepBack, stepForward } from '../../../../studio/api/drafts/undo-stack.ts';

describe('undoing', () => {
  it('goes back change by change, and forward again', () => {
    const stack = remember(remember<string>(emptyStack, 'a', 1_000), 'b', 5_000);
    const back = stepBack(stack, 'c');
    expect(back?.value).toBe('b');
    const further = back === null ? null : stepBack(back.stack, back.value);
    expect(further?.value).toBe('a');
    const forward = further === null ? null : stepForward(further.stack, further.value);
    expect(forward?.value).toBe('b');
  });

  it('takes a word that was typed as one change', () => {
    const stack = remember(remember(remember<string>(emptyStack, '', 1_000), '办', 1_200), '办理', 1_500);
    expect(stepBack(stack, '办理人')?.value).toBe('');
  });

  it('cannot redo what was followed by something else', () => {
    const back = stepBack(remember<string>(emptyStack, 'a', 1_000), 'b');
    const other = back === null ? emptyStack : remember(back.stack, back.value, 9_000);
    expect(stepForward(other, 'z')).toBeNull();
  });

  it('has nothing to go back to at first', () => {
    expect(stepBack<string>(emptyStack, 'a')).toBeNull();
  });
});
