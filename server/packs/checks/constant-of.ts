import type { Expression } from '../../kernel/feel/expression.ts';
import { parseExpression } from '../../kernel/feel/parse-expression.ts';
import type { Syntax } from '../../kernel/feel/syntax/syntax-tree.ts';
import type { Json } from '../../kernel/json.ts';

/** Any instant will do for what does not depend on the time. */
const anyTime = '2026-01-01T00:00:00.000Z';

/** The value of an expression that reads nothing (a literal post or limit); undefined when it depends on variables. */
export function constantOf(expression: Expression): Json | undefined {
  if (expression.reads.length > 0) return undefined;
  const result = expression.evaluate({ variables: {}, now: anyTime });
  return result.ok ? result.value : undefined;
}

/** What an expression may answer: texts written in it, and variables passed on as they are. */
export interface Outcomes {
  readonly texts: readonly string[];
  readonly paths: readonly string[];
}

/** The texts and variables an expression can answer with, through its `if`s; what it computes is not followed. */
export function outcomesOf(expression: Expression): Outcomes {
  const parsed = parseExpression(expression.source);
  const texts: string[] = [];
  const paths: string[] = [];
  const follow = (syntax: Syntax): void => {
    if (syntax.type === 'if') [syntax.whenTrue, syntax.otherwise].forEach(follow);
    else if (syntax.type === 'literal' && typeof syntax.value === 'string') texts.push(syntax.value);
    else if (syntax.type === 'name' || syntax.type === 'path') paths.push(...pathOf(syntax));
  };
  if (parsed.ok) follow(parsed.expression.syntax);
  return { texts, paths };
}

function pathOf(syntax: Syntax): readonly string[] {
  if (syntax.type === 'name') return [syntax.name];
  if (syntax.type !== 'path') return [];
  return pathOf(syntax.of).map((upper) => `${upper}.${syntax.name}`);
}
