import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import type { Decision } from '../../../server/kernel/dmn/decision.ts';
import type { TableDescription } from '../../../server/kernel/dmn/table-description.ts';
import {
  type CellMeaning,
  feelOfCell,
  feelOfEntry,
  meaningOfCell,
  meaningOfEntry,
} from '../../../studio/decision-editor/cell-meaning.ts';
import { insertRule, writeCell } from '../../../studio/decision-editor/edit-table.ts';
import { type ColumnChoices, tableColumns, valueWords } from '../../../studio/decision-editor/table-columns.ts';
import { type Coverage, coverageOf } from '../../../studio/decision-editor/table-coverage.ts';
import { definitionsFolder } from '../../packs/planted-pack.ts';

const folder = join(definitionsFolder, 'tianshui-xiguan');
const xml = readFileSync(join(folder, 'decisions/handling-level.dmn'), 'utf8');
const event = JSON.parse(readFileSync(join(folder, 'case-types/event.json'), 'utf8')) as {
  readonly categories: readonly {
    readonly title: string;
    readonly children: readonly { readonly id: string; readonly title: string }[];
  }[];
};
const categories = event.categories.flatMap((top) =>
  top.children.map(({ id, title }) => ({ value: id, title, group: top.title })),
);
const choices = {
  categories,
  posts: [{ value: 'grid-head', title: '网格长' }],
  levels: [{ value: 'grid', title: '网格' }],
};
const now = '2026-11-28T00:00:00.000Z';

interface DecisionTable {
  readonly decision: Decision;
  readonly table: TableDescription;
}

async function decisionOf(text: string): Promise<DecisionTable> {
  const decision = (await compileDecisions(text)).decisions.get('handling-level');
  if (decision?.table === undefined) throw new Error('no table');
  return { decision, table: decision.table };
}

/** What the first condition of the first rule says. */
function firstCell({ table }: DecisionTable): CellMeaning {
  const cell = table.rules[0]?.inputs[0];
  if (cell === undefined) throw new Error('no cell');
  return meaningOfCell(cell);
}

function coverage({ decision, table }: DecisionTable, known: ColumnChoices): Coverage {
  return coverageOf(decision, table, tableColumns(table, known), now);
}

describe('a decision table as a grid', () => {
  it('has columns in the words of the pack, and keeps what no longer exists in sight', async () => {
    const { table } = await decisionOf(xml);
    const columns = tableColumns(table, choices);
    const [category, post, , , told] = columns;

    expect(columns.map(({ label }) => label)).toEqual(['事件类别', '由哪个岗位办', '哪一级办', '办理时限', '抄送岗位']);
    expect(category).toMatchObject({ source: 'categories', type: 'choice', several: false });
    expect(told).toMatchObject({ source: 'posts', several: true });
    expect(category && valueWords(category, 'hazard-fire')).toBe('消防');
    expect(post?.choices.map(({ title }) => title)).toContain('patrol-worker');
  });

  it('says in FEEL what its cells mean, and reads it back as the same', async () => {
    const { table } = await decisionOf(xml);
    for (const rule of table.rules) {
      for (const cell of rule.inputs) expect(feelOfCell(meaningOfCell(cell))).toBe(cell.source);
      for (const entry of rule.outputs) expect(feelOfEntry(meaningOfEntry(entry))).toBe(entry.source);
    }
    const odd = { kind: 'values', values: ['a "b" \\ c', 3, true], not: true } as const;
    const changed = writeCell(xml, 'handling-level', { rule: 0, part: 'inputs', column: 0 }, feelOfCell(odd));

    expect(firstCell(await decisionOf(changed))).toEqual(odd);
  });

  it('keeps an expression that is more than a choice, and does not pretend to know it', async () => {
    const beyond = writeCell(xml, 'handling-level', { rule: 0, part: 'inputs', column: 0 }, 'starts with(?, "h")');
    const meaning = firstCell(await decisionOf(beyond));

    expect(meaning).toEqual({ kind: 'beyond', source: 'starts with(?, "h")' });
    expect(feelOfCell(meaning)).toBe('starts with(?, "h")');
  });

  it('names the categories no rule is for, and the rules that fit at the same time', async () => {
    const whole = await decisionOf(xml);
    const more = { ...choices, categories: [...categories, { value: 'city-flood', title: '积水内涝' }] };
    const twice = insertRule(xml, 'handling-level', 0, {
      note: '',
      inputs: ['"hazard-fire"'],
      outputs: ['"grid-head"', '"grid"', '"handle-grid"', '[]'],
    });
    const doubled = await decisionOf(twice);

    expect(coverage(whole, choices)).toEqual({
      gaps: [],
      overlaps: [],
    });
    expect(coverage(whole, more).gaps).toEqual([['city-flood']]);
    expect(coverage(doubled, choices).overlaps).toEqual([[0, 1]]);
  });
});
