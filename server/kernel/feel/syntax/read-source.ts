import type { SyntaxFault } from '../faults.ts';
import { parseTree, type KnownNames, type TreeNode } from './parse-tree.ts';
import { spellName } from './name-text.ts';
import { isBareTest, testsSyntax } from './read-comparison.ts';
import { readSyntax } from './read-syntax.ts';
import { parts, type Reading } from './reading.ts';
import { syntaxError } from './syntax-faults.ts';
import type { Syntax } from './syntax-tree.ts';

export type ReadSource<T> =
  | { readonly ok: true; readonly syntax: T }
  | { readonly ok: false; readonly faults: readonly SyntaxFault[] };

/** What a cell of a decision table says: nothing (`-`), or tests, at least one of which (or, negated, none) must pass. */
export interface CellSyntax {
  readonly any: boolean;
  readonly negated: boolean;
  readonly tests: readonly Syntax[];
}

/** Reads an expression; all faults that can be found at once are reported together. */
export function readExpressionSource(source: string, names: KnownNames): ReadSource<Syntax> {
  return read(source, 'Expression', names, (reading, top) => {
    const [whole] = parts(top);
    if (whole !== undefined && isBareTest(whole)) reading.faults.push(syntaxError(source, whole.from));
    return readSyntax(reading, top);
  });
}

/** Reads the unary tests of a cell. */
export function readCellSource(source: string, names: KnownNames): ReadSource<CellSyntax> {
  return read(source, 'UnaryTests', names, (reading, top) => ({
    any: top.getChild('Wildcard') !== null,
    negated: top.getChild('not') !== null,
    tests: testsSyntax(reading, top.getChild('PositiveUnaryTests') ?? undefined),
  }));
}

function read<T>(
  source: string,
  dialect: 'Expression' | 'UnaryTests',
  names: KnownNames,
  make: (reading: Reading, top: TreeNode) => T,
): ReadSource<T> {
  const tree = parseTree(source, dialect, names);
  if (!tree.ok) return { ok: false, faults: [tree.fault] };
  const faults: SyntaxFault[] = [];
  const syntax = make(
    { source, names: new Set(Object.keys(names).map(spellName)), faults, depth: 0, read: readSyntax },
    tree.top,
  );
  return faults.length === 0 ? { ok: true, syntax } : { ok: false, faults };
}
