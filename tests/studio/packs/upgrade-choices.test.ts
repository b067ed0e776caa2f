import { expect, it } from 'vitest';
import { choicesFor, openChoices, type Side, type UpgradeLine } from '../../../studio/packs/upgrade-choices.ts';

const line: UpgradeLine = {
  kind: 'limit',
  id: 'verify',
  title: '核实时限',
  pack: 'base',
  changedBy: 'both',
  theirs: [],
  ours: [],
};
const lines: readonly UpgradeLine[] = [
  line,
  { ...line, kind: 'process', id: 'intake' },
  { ...line, kind: 'notice', id: 'due', changedBy: 'theirs' },
];

it('an upgrade waits for a choice wherever both sides changed something, and nowhere else', () => {
  const chosen = new Map<string, Side>([['limit verify', 'ours']]);
  expect(openChoices(lines, new Map())).toBe(2);
  expect(openChoices(lines, chosen)).toBe(1);
});

it('the choices that are sent are those about its lines', () => {
  const chosen = new Map<string, Side>([
    ['limit verify', 'ours'],
    ['limit gone', 'theirs'],
  ]);
  expect(choicesFor(lines, chosen)).toEqual([{ kind: 'limit', id: 'verify', take: 'ours' }]);
});
