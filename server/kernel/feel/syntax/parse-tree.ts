import { parser, trackVariables } from 'lezer-feel';
import type { SyntaxFault } from '../faults.ts';
import { emptySource, MAX_SOURCE_LENGTH, sourceTooLong, syntaxError } from './syntax-faults.ts';

/** A node of the concrete syntax tree. */
export type TreeNode = ReturnType<typeof parser.parse>['topNode'];

/**
 * Names the expression may use although they hold signs or words of FEEL itself (`Monthly-Fee`, `is in use`); a nested
 * object lists the entries of the value behind a name. Plain names need no announcing.
 */
export interface KnownNames {
  readonly [name: string]: KnownNames | null;
}

export type ParseTree =
  | { readonly ok: true; readonly top: TreeNode }
  | { readonly ok: false; readonly fault: SyntaxFault };

const PARSERS = {
  Expression: parser.configure({ top: 'Expression' }),
  UnaryTests: parser.configure({ top: 'UnaryTests' }),
};

/** A built-in name with words of FEEL in it; all others are read as plain sequences of words. */
const NAMES_WITH_KEYWORDS = { 'get or else': null };

/**
 * Reads source text into a syntax tree without errors in it.
 *
 * @param dialect `Expression`, or `UnaryTests` for a cell of a decision table.
 */
export function parseTree(source: string, dialect: 'Expression' | 'UnaryTests', names: KnownNames): ParseTree {
  if (source.trim() === '') return { ok: false, fault: emptySource() };
  if (source.length > MAX_SOURCE_LENGTH) return { ok: false, fault: sourceTooLong(source.length) };
  const top = PARSERS[dialect]
    .configure({ contextTracker: trackVariables(parserContext(names)) })
    .parse(source).topNode;
  const position = firstError(top);
  return position === null ? { ok: true, top } : { ok: false, fault: syntaxError(source, position) };
}

/** The parser looks at keys only; a number stands for "something is there". */
function parserContext(names: KnownNames): { readonly [name: string]: unknown } {
  const entries = Object.entries({ ...NAMES_WITH_KEYWORDS, ...names });
  return Object.fromEntries(entries.map(([name, inner]) => [name, inner === null ? 1 : parserContext(inner)]));
}

function firstError(top: TreeNode): number | null {
  let position: number | null = null;
  top.cursor().iterate((node) => {
    if (position !== null) return false;
    if (node.type.isError) position = node.from;
    return true;
  });
  return position;
}
