import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import {
  copyRule,
  insertRule,
  moveRule,
  removeRule,
  writeCell,
  writeHitPolicy,
  writeNote,
} from '../../../studio/decision-editor/edit-table.ts';
import { cellText, decisionIn } from '../../../studio/decision-editor/table-text.ts';
import { definitionsFolder } from '../../packs/planted-pack.ts';

const shipped = readFileSync(join(definitionsFolder, 'tianshui-xiguan/decisions/handling-level.dmn'), 'utf8');

/** A file as another tool writes it: prefixes, one line, comments, a CDATA cell, an element nobody here knows. */
const foreign =
  `<?xml version='1.0'?><!-- drawn elsewhere --><dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" ` +
  `xmlns:tool="urn:tool" id="d" name="d" namespace="n"><dmn:decision id="route" name="Route"><dmn:decisionTable id="t">` +
  `<dmn:input id="i"><dmn:inputExpression id="e" typeRef="string"><dmn:text>case.category</dmn:text></dmn:inputExpression></dmn:input>` +
  `<dmn:output id="o" name="post" typeRef="string"/><!-- the rules --><dmn:rule id="r1"><dmn:inputEntry id="r1i"><dmn:text><![CDATA["a<b"]]></dmn:text></dmn:inputEntry>` +
  `<dmn:outputEntry id="r1o"><dmn:text/></dmn:outputEntry></dmn:rule></dmn:decisionTable></dmn:decision></dmn:definitions>`;

/** What stands in `after` instead of what stood in `before`, at the one place where they differ. */
function difference(before: string, after: string): readonly [string, string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

describe('a table that is edited', () => {
  it('is the same text, byte for byte, when every cell is written as it was', () => {
    for (const xml of [shipped, foreign]) {
      const [decision] = xml === shipped ? ['handling-level'] : ['route'];
      const rules = decisionIn(xml, decision ?? '')?.rules ?? [];
      let text = xml;
      rules.forEach((rule, index) => {
        rule.inputs.forEach((cell, column) => {
          text = writeCell(text, decision ?? '', { rule: index, part: 'inputs', column }, cellText(xml, cell));
        });
        rule.outputs.forEach((cell, column) => {
          text = writeCell(text, decision ?? '', { rule: index, part: 'outputs', column }, cellText(xml, cell));
        });
        text = writeNote(text, decision ?? '', index, rule.note);
      });
      expect(rules.length).toBeGreaterThan(0);
      expect(text).toBe(xml);
    }
  });

  it('differs in the text of the one cell that was changed, and nowhere else', () => {
    const after = writeCell(shipped, 'handling-level', { rule: 0, part: 'outputs', column: 0 }, '"justice"');

    expect(difference(shipped, after)).toEqual(['patrol-worker', 'justice']);
  });

  it('takes a cell that was empty, or written as CDATA, in the notation of the file', () => {
    const filled = writeCell(foreign, 'route', { rule: 0, part: 'outputs', column: 0 }, '"x" & "y"');
    const tested = writeCell(foreign, 'route', { rule: 0, part: 'inputs', column: 0 }, '"c"');

    expect(difference(foreign, filled)).toEqual(['/', '>"x" &amp; "y"</dmn:text']);
    expect(difference(foreign, tested)).toEqual(['<![CDATA["a<b"]]>', '"c"']);
  });

  it('changes the note and the hit policy in their places', () => {
    expect(difference(shipped, writeNote(shipped, 'handling-level', 1, '新的说明'))[1]).toBe('新的说明');
    expect(difference(shipped, writeHitPolicy(shipped, 'handling-level', 'FIRST'))).toEqual(['UNIQUE', 'FIRST']);
    expect(difference(foreign, writeHitPolicy(foreign, 'route', 'FIRST'))).toEqual(['', 'hitPolicy="FIRST" ']);
    expect(difference(foreign, writeNote(foreign, 'route', 0, '甲 < 乙'))[1]).toContain('甲 &lt; 乙');
  });

  it('gets a rule at any place that the kernel reads and that is laid out like the others', async () => {
    const rule = { note: '积水由水务办', inputs: ['"city-flood"'], outputs: ['"grid-head"', '"grid"', '"x"', '[]'] };
    const before = (await compileDecisions(shipped)).decisions.get('handling-level')?.table?.rules ?? [];
    for (const place of [0, 3, before.length]) {
      const after = insertRule(shipped, 'handling-level', place, rule);
      const { decisions, faults } = await compileDecisions(after);
      const rules = decisions.get('handling-level')?.table?.rules ?? [];

      expect(faults).toEqual([]);
      expect(rules.map(({ id }) => id).filter((id) => id !== 'rule-1')).toEqual(before.map(({ id }) => id));
      expect(rules[place]?.inputs[0]?.source).toBe('"city-flood"');
      expect(removeRule(after, 'handling-level', place)).toBe(shipped);
      expect(after).toContain('\n      <rule id="rule-1">\n        <description>积水由水务办</description>\n');
    }
  });

  it('moves and copies rules as they are written', () => {
    const moved = moveRule(shipped, 'handling-level', 0, 4);
    const ids = decisionIn(moved, 'handling-level')?.rules.map(({ element }) => element.attributes[0]?.value) ?? [];
    const copied = copyRule(shipped, 'handling-level', 2, '复制');

    expect(ids[4]).toBe('hazard-fire');
    expect(moveRule(moved, 'handling-level', 4, 0)).toBe(shipped);
    expect(removeRule(copied, 'handling-level', 3)).toBe(shipped);
  });
});
