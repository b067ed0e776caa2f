import type { SyntaxFault } from '../faults.ts';
import { spellName } from './name-text.ts';
import type { TreeNode } from './parse-tree.ts';
import { fullWidthPunctuation } from './syntax-faults.ts';
import type { Syntax } from './syntax-tree.ts';

/** What reading needs: the text, the names in scope (for the check of function names), and where faults are collected. */
export interface Reading {
  readonly source: string;
  readonly names: ReadonlySet<string>;
  readonly faults: SyntaxFault[];
  readonly depth: number;
  /** Reads a nested node; handed along so that the readers of the parts need not import the reader of the whole. */
  readonly read: (reading: Reading, node: TreeNode) => Syntax;
}

/** Stands where a faulty tree has nothing; its fault is reported anyway. */
export const NOTHING: Syntax = { type: 'literal', value: null };

const PUNCTUATION: ReadonlySet<string> = new Set([
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '.',
  '..',
  '<',
  '>',
  'LineComment',
  'BlockComment',
  'for',
  'in',
  'return',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'or',
  'and',
  'between',
  'instance',
  'of',
  'function',
  'external',
]);

/** Child nodes that carry meaning, in order: neither brackets, keywords nor comments. */
export function parts(node: TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (!PUNCTUATION.has(child.name)) found.push(child);
  return found;
}

/** The source text of a node. */
export function textOf(reading: Reading, node: TreeNode): string {
  return reading.source.slice(node.from, node.to);
}

/** The words of a node in one spelling, without the comments that may stand between them. */
export function wordsOf(reading: Reading, node: TreeNode): string {
  return spellName(
    textOf(reading, node)
      .replace(/\/\*.*?\*\//gs, ' ')
      .replace(/\/\/.*/g, ' '),
  );
}

/** The name a node writes; a slip of the input method in it is a fault. */
export function nameOf(reading: Reading, node: TreeNode | undefined): string {
  if (node === undefined) return '';
  const name = wordsOf(reading, node);
  const fault = reading.names.has(name) ? null : fullWidthPunctuation(name, node.from);
  if (fault !== null) reading.faults.push(fault);
  return name;
}

/** The same reading with more names in scope. */
export function withNames(reading: Reading, names: readonly string[]): Reading {
  return { ...reading, names: new Set([...reading.names, ...names]) };
}

/** Reads the node at `index`, or the null literal where there is none. */
export function readPart(reading: Reading, nodes: readonly TreeNode[], index: number): Syntax {
  const node = nodes[index];
  return node === undefined ? NOTHING : reading.read(reading, node);
}
