import { parts, readPart, textOf, type Reading } from './reading.ts';
import type { TreeNode } from './parse-tree.ts';
import { syntaxError } from './syntax-faults.ts';
import type { ComparisonOperator, Syntax } from './syntax-tree.ts';

/** `a < b`, `a between b and c`, `a in …`. */
export function comparisonSyntax(reading: Reading, node: TreeNode): Syntax {
  const inner = parts(node);
  const of = readPart(reading, inner, 0);
  if (node.getChild('between') !== null)
    return { type: 'between', of, low: readPart(reading, inner, 1), high: readPart(reading, inner, 2) };
  if (node.getChild('in') !== null) return { type: 'in', of, tests: testsSyntax(reading, inner[1]) };
  const operator = inner[1] === undefined ? '=' : comparisonOperator(textOf(reading, inner[1]));
  const [left, right] = [inner[0], inner[2]];
  // `a == 3` reaches here as `a = (= 3)`, and `a = < 3` alike: legal trees that no author means.
  for (const side of [left, right])
    if (side !== undefined && isBareTest(side)) reading.faults.push(syntaxError(reading.source, side.from));
  return { type: 'comparison', operator, left: of, right: readPart(reading, inner, 2) };
}

/** The tests of a cell or behind `in`. */
export function testsSyntax(reading: Reading, node: TreeNode | undefined): Syntax[] {
  if (node === undefined) return [];
  return node.name === 'PositiveUnaryTests'
    ? parts(node).map((test) => reading.read(reading, test))
    : [reading.read(reading, node)];
}

/** `< 5`, or a range where one stands as a test. */
export function testSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  const [first] = inner;
  if (first?.name !== 'CompareOp') return readPart(reading, inner, 0);
  return { type: 'test', operator: comparisonOperator(textOf(reading, first)), operand: readPart(reading, inner, 1) };
}

/** `[1..5)`, `]1..5[`. */
export function intervalSyntax(reading: Reading, node: TreeNode): Syntax {
  const inner = parts(node);
  return {
    type: 'range',
    low: readPart(reading, inner, 0),
    high: readPart(reading, inner, 1),
    lowIncluded: reading.source[node.from] === '[',
    highIncluded: reading.source[node.to - 1] === ']',
  };
}

/** A comparison without left side, where the parser takes it although only a cell or a pair of brackets may hold one. */
export function isBareTest(node: TreeNode): boolean {
  return node.name === 'SimplePositiveUnaryTest' && node.firstChild?.name === 'CompareOp';
}

function comparisonOperator(text: string): ComparisonOperator {
  switch (text) {
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return text;
    default:
      return '=';
  }
}
