import { builtInNames, isBuiltIn } from '../functions/register.ts';
import { nearestName } from './nearest-name.ts';
import type { TreeNode } from './parse-tree.ts';
import { nameOf, parts, readPart, wordsOf, type Reading } from './reading.ts';
import { unknownFunction } from './syntax-faults.ts';
import type { Arguments, Syntax } from './syntax-tree.ts';

/** `f(1, 2)`, `f(a: 1)`; a name that is neither built in nor in scope is a fault, with the nearest name there is. */
export function callSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  const [callee, given] = inner;
  if (callee?.name === 'SpecialFunctionName') return call(reading, wordsOf(reading, callee), given);
  if (callee?.name !== 'VariableName')
    return { type: 'call', callee: readPart(reading, inner, 0), arguments: argumentsOf(reading, given) };
  const name = nameOf(reading, callee);
  if (!isBuiltIn(name) && !reading.names.has(name)) {
    reading.faults.push(unknownFunction(name, nearestName(name, [...builtInNames(), ...reading.names]), callee.from));
  }
  return call(reading, name, given);
}

/** `date("2026-01-01")`, `@"2026-01-01"`. */
export function dateTimeSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  const [constructor, given] = inner;
  if (constructor?.name !== 'AtLiteral')
    return call(reading, constructor === undefined ? '' : wordsOf(reading, constructor), given);
  return {
    type: 'call',
    callee: { type: 'name', name: '@' },
    arguments: { positional: parts(constructor).map((text) => reading.read(reading, text)) },
  };
}

function call(reading: Reading, name: string, given: TreeNode | undefined): Syntax {
  return { type: 'call', callee: { type: 'name', name }, arguments: argumentsOf(reading, given) };
}

function argumentsOf(reading: Reading, node: TreeNode | undefined): Arguments {
  if (node === undefined) return { positional: [] };
  if (node.name !== 'NamedParameters')
    return { positional: parts(node).map((argument) => reading.read(reading, argument)) };
  return {
    named: parts(node).map((argument) => {
      const inner = parts(argument);
      return { name: nameOf(reading, inner[0]), value: readPart(reading, inner, 1) };
    }),
  };
}
