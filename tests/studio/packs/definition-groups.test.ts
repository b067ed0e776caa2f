import { describe, expect, it } from 'vitest';
import { DefinitionKind } from '../../../server/http/contract/drafts.ts';
import type { DefinitionLine } from '../../../studio/api/drafts/use-definition-list.ts';
import { definitionGroups, groupDefinitions } from '../../../studio/packs/definition-groups.ts';

const line: DefinitionLine = {
  kind: 'post',
  id: 'lane-head',
  title: '网格长',
  origin: 'own',
  pack: '西关街道',
  state: 'same',
  lock: null,
};
const lines: readonly DefinitionLine[] = [
  { ...line, id: 'worker', title: '网格员', origin: 'inherited' },
  line,
  { ...line, kind: 'areas', id: 'areas', title: '区域' },
  { ...line, kind: 'form', id: 'report', title: '报事件', state: 'changed' },
];
const everything = { group: '', words: '', changedOnly: false };

const idsOf = (filter: Partial<typeof everything>): readonly (readonly string[])[] =>
  groupDefinitions(lines, { ...everything, ...filter }).map((group) => group.lines.map(({ id }) => id));

describe('the definitions of an area', () => {
  it('have a place in exactly one group, whatever their kind', () => {
    const kinds = definitionGroups.flatMap((group) => group.kinds).toSorted();
    expect(kinds).toEqual([...DefinitionKind.enum].toSorted());
  });

  it('stand kind by kind, the area’s own first', () => {
    expect(idsOf({})).toEqual([['areas', 'lane-head', 'worker'], ['report']]);
  });

  it('are narrowed by words, by group and by whether they were changed', () => {
    expect(idsOf({ words: ' 网格 ' })).toEqual([['lane-head', 'worker']]);
    expect(idsOf({ group: 'form' })).toEqual([['report']]);
    expect(idsOf({ changedOnly: true })).toEqual([['report']]);
    expect(idsOf({ group: 'form', words: '网格' })).toEqual([]);
  });
});
