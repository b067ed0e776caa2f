import { feelNumber } from '../values/feel-number.ts';
import { callSyntax, dateTimeSyntax } from './read-call.ts';
import { comparisonSyntax, intervalSyntax, testSyntax } from './read-comparison.ts';
import { contextSyntax, forSyntax, functionSyntax, quantifiedSyntax } from './read-scope.ts';
import { typeName } from './read-type.ts';
import type { TreeNode } from './parse-tree.ts';
import { readStringLiteral } from './string-literal.ts';
import { NOTHING, nameOf, parts, readPart, textOf, wordsOf, type Reading } from './reading.ts';
import { literalOutOfRange, MAX_NESTING, nestedTooDeep } from './syntax-faults.ts';
import type { ArithmeticOperator, Syntax } from './syntax-tree.ts';

/** Our own tree of a node of the parser's tree; faults go to `outer.faults`. */
export function readSyntax(outer: Reading, node: TreeNode): Syntax {
  const reading = { ...outer, depth: outer.depth + 1 };
  if (reading.depth > MAX_NESTING) {
    if (!reading.faults.some(({ code }) => code === 'expression-too-deep'))
      reading.faults.push(nestedTooDeep(node.from));
    return NOTHING;
  }
  const literal = literalSyntax(reading, node);
  if (literal !== null) return literal;
  const inner = parts(node);
  const part = (index: number): Syntax => readPart(reading, inner, index);
  switch (node.name) {
    case 'Expression':
    case 'PositiveUnaryTest':
    case 'ParenthesizedExpression':
    case 'FunctionBody':
      return part(0);
    case 'VariableName':
      return { type: 'name', name: nameOf(reading, node) };
    case '?':
      return { type: 'input' };
    case 'PathExpression':
      return pathSyntax(reading, inner);
    case 'FilterExpression':
      return { type: 'filter', of: part(0), by: part(1) };
    case 'List':
      return { type: 'list', items: inner.map((_, index) => part(index)) };
    case 'Interval':
      return intervalSyntax(reading, node);
    case 'SimplePositiveUnaryTest':
      return testSyntax(reading, inner);
    case 'Comparison':
      return comparisonSyntax(reading, node);
    case 'Disjunction':
      return { type: 'or', left: part(0), right: part(1) };
    case 'Conjunction':
      return { type: 'and', left: part(0), right: part(1) };
    case 'ArithmeticExpression':
      return arithmeticSyntax(reading, inner);
    case 'IfExpression':
      return { type: 'if', condition: part(0), whenTrue: part(1), otherwise: part(2) };
    case 'InstanceOfExpression':
      return { type: 'instance-of', of: part(0), wanted: typeName(reading, inner[1]) };
    case 'Context':
      return contextSyntax(reading, inner);
    case 'ForExpression':
      return forSyntax(reading, inner);
    case 'QuantifiedExpression':
      return quantifiedSyntax(reading, node);
    case 'FunctionDefinition':
      return functionSyntax(reading, node);
    case 'FunctionInvocation':
      return callSyntax(reading, inner);
    case 'DateTimeLiteral':
      return dateTimeSyntax(reading, inner);
    default:
      throw new Error(`No reading for FEEL syntax node ${node.name}`);
  }
}

function literalSyntax(reading: Reading, node: TreeNode): Syntax | null {
  switch (node.name) {
    case 'null':
      return NOTHING;
    case 'BooleanLiteral':
      return { type: 'literal', value: textOf(reading, node) === 'true' };
    case 'StringLiteral':
      return { type: 'literal', value: readStringLiteral(textOf(reading, node)) };
    case 'NumericLiteral':
      return numberSyntax(reading, node);
    default:
      return null;
  }
}

function numberSyntax(reading: Reading, node: TreeNode): Syntax {
  const value = feelNumber(wordsOf(reading, node).replaceAll(' ', '')).toSignificantDigits(34);
  if (!value.isFinite()) reading.faults.push(literalOutOfRange(node.from));
  return { type: 'literal', value };
}

function pathSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  return { type: 'path', of: readPart(reading, inner, 0), name: nameOf(reading, inner[1]) };
}

function arithmeticSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  const sign = inner[0];
  if (sign?.name === 'ArithOp') {
    const of = readPart(reading, inner, 1);
    return textOf(reading, sign) === '-' ? { type: 'negation', of } : of;
  }
  const operator = inner[1] === undefined ? '+' : textOf(reading, inner[1]);
  return {
    type: 'arithmetic',
    operator: arithmeticOperator(operator),
    left: readPart(reading, inner, 0),
    right: readPart(reading, inner, 2),
  };
}

function arithmeticOperator(text: string): ArithmeticOperator {
  switch (text) {
    case '+':
    case '-':
    case '*':
    case '/':
      return text;
    default:
      return '**';
  }
}
