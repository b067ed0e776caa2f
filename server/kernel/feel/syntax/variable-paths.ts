import type { Iterator, Syntax } from './syntax-tree.ts';

/** What an expression reads from outside, as dotted paths (`case.area`). */
export interface VariablePaths {
  /** Names that can only be variables. */
  readonly reads: readonly string[];
  /** Names inside a filter (`list[price > 10]`), which may be entries of the items or variables. */
  readonly mayRead: readonly string[];
}

interface Walk {
  readonly reads: Set<string>;
  readonly mayRead: Set<string>;
}

/** Where the walk is: the names bound there, and whether it is inside a filter. */
interface Place {
  readonly bound: ReadonlySet<string>;
  readonly filtered: boolean;
}

/**
 * The variables an expression reads. Names it binds itself (parameters, iterators, entries of its contexts) are none;
 * neither are names of functions it calls.
 */
export function variablePaths(...expressions: readonly Syntax[]): VariablePaths {
  const walk: Walk = { reads: new Set(), mayRead: new Set() };
  for (const expression of expressions) visit(walk, expression, { bound: new Set(), filtered: false });
  const reads = [...walk.reads].sort();
  return { reads, mayRead: [...walk.mayRead].filter((path) => !walk.reads.has(path)).sort() };
}

function visit(walk: Walk, syntax: Syntax, place: Place): void {
  const go = (...inner: readonly Syntax[]): void => inner.forEach((part) => visit(walk, part, place));
  switch (syntax.type) {
    case 'literal':
    case 'input':
      return;
    case 'name':
    case 'path':
      return visitPath(walk, syntax, place);
    case 'negation':
    case 'instance-of':
      return go(syntax.of);
    case 'filter':
      return visitFilter(walk, syntax.of, syntax.by, place);
    case 'list':
      return go(...syntax.items);
    case 'range':
      return go(syntax.low, syntax.high);
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return go(syntax.left, syntax.right);
    case 'test':
      return go(syntax.operand);
    case 'between':
      return go(syntax.of, syntax.low, syntax.high);
    case 'in':
      return go(syntax.of, ...syntax.tests);
    case 'if':
      return go(syntax.condition, syntax.whenTrue, syntax.otherwise);
    case 'context':
      return visitBound(
        walk,
        syntax.entries.map(({ value }) => value),
        syntax.entries.map(({ name }) => name),
        place,
      );
    case 'for':
    case 'quantified':
      return visitIteration(walk, syntax.iterators, syntax.body, place);
    case 'function':
      return visitBound(
        walk,
        [syntax.body],
        syntax.parameters.map(({ name }) => name),
        place,
      );
    case 'call':
      if (syntax.callee.type !== 'name') go(syntax.callee);
      return go(
        ...('named' in syntax.arguments
          ? syntax.arguments.named.map(({ value }) => value)
          : syntax.arguments.positional),
      );
  }
}

function visitPath(walk: Walk, syntax: Extract<Syntax, { type: 'name' | 'path' }>, place: Place): void {
  const path: string[] = [];
  let at: Syntax = syntax;
  while (at.type === 'path') {
    path.unshift(at.name);
    at = at.of;
  }
  if (at.type !== 'name') return visit(walk, at, place);
  if (place.bound.has(at.name)) return;
  (place.filtered ? walk.mayRead : walk.reads).add([at.name, ...path].join('.'));
}

function visitFilter(walk: Walk, of: Syntax, by: Syntax, place: Place): void {
  visit(walk, of, place);
  visit(walk, by, { bound: new Set([...place.bound, 'item']), filtered: true });
}

function visitBound(walk: Walk, parts: readonly Syntax[], names: readonly string[], place: Place): void {
  const inside = { ...place, bound: new Set([...place.bound, ...names]) };
  for (const part of parts) visit(walk, part, inside);
}

function visitIteration(walk: Walk, iterators: readonly Iterator[], body: Syntax, place: Place): void {
  let inside = place;
  for (const { name, low, high } of iterators) {
    visit(walk, low, inside);
    if (high !== undefined) visit(walk, high, inside);
    inside = { ...inside, bound: new Set([...inside.bound, name]) };
  }
  visit(walk, body, { ...inside, bound: new Set([...inside.bound, 'partial']) });
}
