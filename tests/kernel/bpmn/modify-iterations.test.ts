import { describe, expect, it } from 'vitest';
import { begin, complete, end, processOf, ran, start } from './run-model.ts';

const each = (attributes = ''): string =>
  processOf(
    'p',
    `${start}<userTask id="u"><extensionElements><zeebe:ioMapping><zeebe:output source="=x * 10" target="y"/></zeebe:ioMapping></extensionElements><multiInstanceLoopCharacteristics ${attributes}><extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" inputElement="x" outputCollection="all" outputElement="=y"/></extensionElements></multiInstanceLoopCharacteristics></userTask>${end}`,
    's -> u -> e',
  );
const add = (item: number) => ({ do: 'modify', changes: [{ do: 'addIteration', element: 'u', item }] }) as const;
const remove = (iteration: number) =>
  ({ do: 'modify', changes: [{ do: 'removeIteration', element: 'u', iteration }] }) as const;

describe('an iteration more (并加签)', () => {
  it('begins at once where iterations run side by side, and its output is collected behind the others', async () => {
    const run = await ran(each(), begin(), add(7), complete('u'), complete('u'), complete('u'));

    expect(run.lines).toBe('+s -s +u +u +u +u -u -u -u -u +e -e');
    expect(run.variables).toEqual({ all: [10, 20, 70] });
  });

  it('waits for its turn where they run one after the other', async () => {
    const run = await ran(each('isSequential="true"'), begin(), add(7), complete('u'), complete('u'), complete('u'));

    expect(run.lines).toBe('+s -s +u +u -u +u -u +u -u -u +e -e');
    expect(run.variables).toEqual({ all: [10, 20, 70] });
  });

  it('is refused where nothing is done several times', async () => {
    const once = processOf('p', `${start}<userTask id="u"/>${end}`, 's -> u -> e');
    const run = await ran(once, begin(), add(7));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['not-waiting@u']);
  });
});

describe('an iteration less (减签)', () => {
  it('is cancelled; the others go on', async () => {
    const run = await ran(each(), begin(), remove(1), complete('u'));

    expect(run.lines).toBe('+s -s +u +u +u !u -u -u +e -e');
    expect(run.variables).toEqual({ all: [null, 20] });
  });

  it('ends the loop when it was the last one', async () => {
    const run = await ran(each(), begin(), remove(1), remove(2));

    expect(run.lines).toBe('+s -s +u +u +u !u !u -u +e -e');
  });

  it('lets the next one begin where they run one after the other', async () => {
    const run = await ran(each('isSequential="true"'), begin(), remove(1), complete('u'));

    expect(run.lines).toBe('+s -s +u +u !u +u -u -u +e -e');
    expect(run.variables).toEqual({ all: [null, 20] });
  });
});
