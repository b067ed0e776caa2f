import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of the table of elements in the kernel's README. */
export interface ElementRow {
  readonly group: string;
  readonly element: string;
  /** Types of elements as bpmn-moddle calls them. */
  readonly types: readonly string[];
  readonly happens: string;
  /** Codes of the faults it is refused with. */
  readonly refused: readonly string[];
  /** Test files of this folder, without `.test.ts`. */
  readonly tests: readonly string[];
  /** Rows of the random processes. */
  readonly random: readonly string[];
}

const readme = readFileSync(join(import.meta.dirname, '../../../server/kernel/bpmn/README.md'), 'utf8');

/** Reads the table; a row has five cells, names stand in backticks, a code is one with a dash. */
export function elementTable(text = readme): readonly ElementRow[] {
  const rows: ElementRow[] = [];
  let group = '';
  for (const line of text.split('\n')) {
    group = /^### (.+)/.exec(line)?.[1] ?? group;
    const cells = line.startsWith('| ') ? line.slice(1, -1).split('|') : [];
    const [element = '', types = '', happens = '', tests = '', random = ''] = cells.map((cell) => cell.trim());
    if (cells.length !== 5 || random === 'random rows') continue;
    rows.push({
      group,
      element,
      types: namesIn(types),
      happens,
      refused: namesIn(happens).filter((name) => /^[a-z]+(-[a-z]+)+$/.test(name)),
      tests: namesIn(tests),
      random: namesIn(random),
    });
  }
  return rows;
}

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
