import { evaluate } from '../feel/evaluation/evaluate.ts';
import type { Run } from '../feel/evaluation/run.ts';
import type { Scope } from '../feel/evaluation/scope.ts';
import { parseExpression } from '../feel/parse-expression.ts';
import { spellName } from '../feel/syntax/name-text.ts';
import type { KnownNames } from '../feel/syntax/parse-tree.ts';
import type { Syntax } from '../feel/syntax/syntax-tree.ts';
import type { FeelValue } from '../feel/values/feel-value.ts';
import { textOf, type DmnElement } from './dmn-element.ts';
import { dmnFault, feelFaults, within, type DmnFault, type DmnPlace } from './dmn-fault.ts';
import type { TypeCatalog } from './item-types.ts';

/** What compiling a decision needs and collects. */
export interface Compilation {
  readonly types: TypeCatalog;
  readonly faults: DmnFault[];
  /** Names in scope that the parser must know. */
  readonly names: KnownNames;
  /** Names in scope that are no variables: results of decisions, knowledge models, parameters, entries. */
  readonly bound: ReadonlySet<string>;
  /** Variables found so far. */
  readonly reads: Set<string>;
  readonly place: DmnPlace;
}

/** Compiled logic: a value in a scope. */
export type Logic = (scope: Scope, run: Run) => FeelValue;

/** Stands for logic whose faults are reported. */
export const NO_LOGIC: Logic = () => null;

/** The same compilation with names bound by the model. */
export function withBound(compilation: Compilation, names: KnownNames): Compilation {
  return {
    ...compilation,
    names: { ...compilation.names, ...names },
    bound: new Set([...compilation.bound, ...Object.keys(names).map(spellName)]),
  };
}

/** The same compilation at a place inside. */
export function at(compilation: Compilation, element: DmnElement | undefined, zh?: string, en?: string): Compilation {
  return { ...compilation, place: within(compilation.place, element?.['id'], zh, en) };
}

/** Reports a fault at the compilation's place. */
export function report(compilation: Compilation, code: string, zh: string, en: string): void {
  compilation.faults.push(dmnFault(code, compilation.place, zh, en));
}

/** Remembers variables an expression reads, unless the model binds their names. */
export function remember(compilation: Compilation, paths: readonly string[]): void {
  const names = [...compilation.bound];
  for (const path of paths) {
    if (!names.some((name) => path === name || path.startsWith(`${name}.`))) compilation.reads.add(path);
  }
}

/** The syntax of a literal expression or any element with FEEL in its `text`; null (and a fault) when it is none. */
export function feelSyntax(compilation: Compilation, element: DmnElement | undefined): Syntax | null {
  const source = textOf(element, 'text');
  const language = textOf(element, 'expressionLanguage');
  if (source === undefined) {
    report(compilation, 'dmn-expression-missing', '没有写表达式。', 'there is no expression.');
    return null;
  }
  if (language !== undefined && !/feel/i.test(language)) {
    report(
      compilation,
      'dmn-language-unsupported',
      `表达式语言“${language}”不支持，请用 FEEL。`,
      `the expression language "${language}" is not supported; use FEEL.`,
    );
    return null;
  }
  const parsed = parseExpression(source, { names: compilation.names });
  if (!parsed.ok) {
    compilation.faults.push(...feelFaults(compilation.place, source, parsed.faults));
    return null;
  }
  remember(compilation, parsed.expression.reads);
  return parsed.expression.syntax;
}

/** The logic of a piece of FEEL. */
export function feelLogic(syntax: Syntax | null): Logic {
  return syntax === null ? NO_LOGIC : (scope, run) => evaluate(syntax, scope, run);
}
