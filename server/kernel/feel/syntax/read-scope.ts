import { nameOf, parts, readPart, textOf, withNames, type Reading } from './reading.ts';
import type { TreeNode } from './parse-tree.ts';
import { readStringLiteral } from './string-literal.ts';
import { externalFunction } from './syntax-faults.ts';
import { typeName } from './read-type.ts';
import type { Iterator, Parameter, Syntax } from './syntax-tree.ts';

/** `{a: 1, b: a + 1}`: every entry sees all names of the context, so that its functions may call each other. */
export function contextSyntax(reading: Reading, nodes: readonly TreeNode[]): Syntax {
  const entries = nodes.map((entry) => parts(entry)).map(([key, value]) => ({ name: keyName(reading, key), value }));
  const inside = withNames(
    reading,
    entries.map(({ name }) => name),
  );
  return {
    type: 'context',
    entries: entries.map(({ name, value }) => ({
      name,
      value: readPart(inside, value === undefined ? [] : [value], 0),
    })),
  };
}

/** `for i in 1..3, j in list return …`. */
export function forSyntax(reading: Reading, inner: readonly TreeNode[]): Syntax {
  const { iterators, inside } = iteratorsSyntax(reading, inner[0]);
  const body = readPart(withNames(inside, ['partial']), inner, 1);
  return {
    type: 'for',
    iterators,
    body,
    usesPartial: inner[1] !== undefined && /\bpartial\b/.test(textOf(reading, inner[1])),
  };
}

/** `some x in list satisfies …` and `every …`. */
export function quantifiedSyntax(reading: Reading, node: TreeNode): Syntax {
  const inner = parts(node);
  const { iterators, inside } = iteratorsSyntax(reading, inner[0]);
  return { type: 'quantified', every: node.firstChild?.name === 'every', iterators, body: readPart(inside, inner, 1) };
}

/** `function(a: number, b) …`. */
export function functionSyntax(reading: Reading, node: TreeNode): Syntax {
  if (node.getChild('external') !== null) reading.faults.push(externalFunction(node.from));
  const inner = parts(node);
  const parameters =
    inner[0] === undefined ? [] : parts(inner[0]).map((parameter) => parameterSyntax(reading, parameter));
  const inside = withNames(
    reading,
    parameters.map(({ name }) => name),
  );
  return { type: 'function', parameters, body: readPart(inside, inner, 1) };
}

function keyName(reading: Reading, key: TreeNode | undefined): string {
  const inner = key?.firstChild ?? undefined;
  return inner?.name === 'StringLiteral' ? readStringLiteral(textOf(reading, inner)) : nameOf(reading, inner);
}

function parameterSyntax(reading: Reading, node: TreeNode): Parameter {
  const [name, type] = parts(node);
  const parameter = { name: nameOf(reading, name) };
  return type === undefined ? parameter : { ...parameter, wanted: typeName(reading, type) };
}

function iteratorsSyntax(
  reading: Reading,
  node: TreeNode | undefined,
): { readonly iterators: Iterator[]; readonly inside: Reading } {
  const iterators: Iterator[] = [];
  let inside = reading;
  for (const iteration of node === undefined ? [] : parts(node)) {
    const [nameNode, contextNode] = parts(iteration);
    const name = nameOf(reading, nameNode);
    const [low, high] = contextNode === undefined ? [] : parts(contextNode).map((bound) => inside.read(inside, bound));
    const iterator = { name, low: low ?? ({ type: 'literal', value: null } as const) };
    iterators.push(high === undefined ? iterator : { ...iterator, high });
    inside = withNames(inside, [name]);
  }
  return { iterators, inside };
}
