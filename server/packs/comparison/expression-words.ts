import { parseExpression } from '../../kernel/feel/parse-expression.ts';
import type { Syntax } from '../../kernel/feel/syntax/syntax-tree.ts';
import type { Json } from '../../kernel/json.ts';
import { fill, listed, quoted, same, type Words } from './sentence.ts';

/** What a variable is called, and what its values are. */
export interface VariableWords {
  readonly title: Words;
  /** The title of a value: of a choice, a post, a category; null where it has none. */
  readonly value: (value: Json) => Words | null;
}

/** The words of the variables an expression reads, by path (`case.category`); null for those nobody knows. */
export type VariableTitles = (path: string) => VariableWords | null;

/**
 * A condition in words: `「处理结果」是「已解决」`. Only the shapes that can be said exactly: comparisons of a variable
 * with a value, yes and no, `and`, `or`, `not`, one of several values.
 *
 * @param source FEEL, with or without the leading `=`
 * @returns null for anything else; then the text itself has to be shown
 */
export function conditionWords(source: string, titles: VariableTitles): Words | null {
  const parsed = parseExpression(source.replace(/^=/, ''));
  return parsed.ok ? clause(parsed.expression.syntax, titles, false) : null;
}

/** The value an expression stands for when it is one literal; undefined otherwise. A text without `=` is one. */
export function literalOf(source: string): Json | undefined {
  if (!source.startsWith('=')) return source;
  const parsed = parseExpression(source.slice(1));
  return parsed.ok ? literal(parsed.expression.syntax) : undefined;
}

/** The path an expression consists of (`=route.post` → `route.post`); null when it is more than that. */
export function pathOf(source: string): string | null {
  const parsed = source.startsWith('=') ? parseExpression(source.slice(1)) : null;
  return parsed?.ok ? path(parsed.expression.syntax) : null;
}

function clause(syntax: Syntax, titles: VariableTitles, negated: boolean): Words | null {
  switch (syntax.type) {
    case 'and':
    case 'or':
      return joined(syntax, titles, negated);
    case 'comparison':
      return comparison(syntax, titles, negated);
    case 'in':
      return oneOf(syntax, titles, negated);
    case 'call': {
      const inner = negatedArgument(syntax);
      return inner ? clause(inner, titles, !negated) : null;
    }
    case 'name':
    case 'path': {
      const variable = titles(path(syntax) ?? '');
      if (!variable) return null;
      return fill(`{title}选${negated ? '“否”' : '“是”'}`, `{title} is ${negated ? 'no' : 'yes'}`, {
        title: quoted(variable.title),
      });
    }
    default:
      return null;
  }
}

function joined(
  syntax: Extract<Syntax, { type: 'and' | 'or' }>,
  titles: VariableTitles,
  negated: boolean,
): Words | null {
  const [left, right] = [clause(syntax.left, titles, negated), clause(syntax.right, titles, negated)];
  if (!left || !right) return null;
  // Not both is one of them not: the words change with the sign.
  const both = (syntax.type === 'and') !== negated;
  const group = (side: Syntax, words: Words): Words =>
    (side.type === 'and' || side.type === 'or') && side.type !== syntax.type
      ? { zh: `（${words.zh}）`, en: `(${words.en})` }
      : words;
  return fill(both ? '{left}，并且{right}' : '{left}，或者{right}', both ? '{left} and {right}' : '{left} or {right}', {
    left: group(syntax.left, left),
    right: group(syntax.right, right),
  });
}

const comparisons: { readonly [operator: string]: { readonly opposite: string; readonly words: Words } } = {
  '=': { opposite: '!=', words: { zh: '是', en: 'is' } },
  '!=': { opposite: '=', words: { zh: '不是', en: 'is not' } },
  '<': { opposite: '>=', words: { zh: '小于', en: 'is less than' } },
  '>=': { opposite: '<', words: { zh: '不小于', en: 'is at least' } },
  '>': { opposite: '<=', words: { zh: '大于', en: 'is more than' } },
  '<=': { opposite: '>', words: { zh: '不大于', en: 'is at most' } },
};

function comparison(
  { operator, left, right }: Extract<Syntax, { type: 'comparison' }>,
  titles: VariableTitles,
  negated: boolean,
): Words | null {
  const variable = titles(path(left) ?? '');
  const value = literal(right);
  const known = comparisons[operator];
  if (!variable || value === undefined || !known) return null;
  if (value === null) {
    const empty = (operator === '=') !== negated;
    if (operator !== '=' && operator !== '!=') return null;
    return fill(`{title}${empty ? '没有填' : '填了'}`, `{title} is ${empty ? 'empty' : 'filled in'}`, {
      title: quoted(variable.title),
    });
  }
  if (typeof value === 'boolean' && (operator === '=' || operator === '!='))
    return clause(left, titles, ((operator === '=') === value) === negated);
  const words = negated ? comparisons[known.opposite]?.words : known.words;
  return fill('{title}{operator}{value}', '{title} {operator} {value}', {
    title: quoted(variable.title),
    operator: typeof value === 'number' && words ? { zh: ` ${words.zh} `, en: words.en } : (words ?? same(operator)),
    value: said(variable, value),
  });
}

function oneOf({ of, tests }: Extract<Syntax, { type: 'in' }>, titles: VariableTitles, negated: boolean): Words | null {
  const variable = titles(path(of) ?? '');
  const values = tests
    .flatMap((test) => (test.type === 'list' ? test.items : [test]))
    .map((test) => (test.type === 'test' && test.operator === '=' ? literal(test.operand) : literal(test)));
  if (!variable || values.some((value) => value === undefined || value === null)) return null;
  return fill(
    `{title}${negated ? '不是其中任何一个' : '是其中之一'}：{values}`,
    `{title} is ${negated ? 'none' : 'one'} of {values}`,
    { title: quoted(variable.title), values: listed(values.map((value) => said(variable, value ?? null))) },
  );
}

function said(variable: VariableWords, value: Json): Words {
  const title = variable.value(value);
  if (title) return quoted(title);
  return same(typeof value === 'string' ? `「${value}」` : JSON.stringify(value));
}

function negatedArgument(syntax: Extract<Syntax, { type: 'call' }>): Syntax | null {
  const isNot = syntax.callee.type === 'name' && syntax.callee.name === 'not';
  if (!isNot || !('positional' in syntax.arguments) || syntax.arguments.positional.length !== 1) return null;
  return syntax.arguments.positional[0] ?? null;
}

function path(syntax: Syntax): string | null {
  if (syntax.type === 'name') return syntax.name;
  const of = syntax.type === 'path' ? path(syntax.of) : null;
  return of !== null && syntax.type === 'path' ? `${of}.${syntax.name}` : null;
}

function literal(syntax: Syntax): Json | undefined {
  if (syntax.type === 'literal')
    return typeof syntax.value === 'object' && syntax.value !== null ? Number(String(syntax.value)) : syntax.value;
  if (syntax.type === 'negation') {
    const inner = literal(syntax.of);
    return typeof inner === 'number' ? -inner : undefined;
  }
  if (syntax.type !== 'list') return undefined;
  const items = syntax.items.map(literal);
  return items.some((item) => item === undefined) ? undefined : items.map((item) => item ?? null);
}
