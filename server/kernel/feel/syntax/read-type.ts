import { kindNamed } from '../values/instance-of.ts';
import type { TreeNode } from './parse-tree.ts';
import { nameOf, parts, wordsOf, type Reading } from './reading.ts';
import { unknownType } from './syntax-faults.ts';
import type { TypeName } from './syntax-tree.ts';

/** A type behind `instance of`, a parameter or in another type; a name FEEL does not know is a fault. */
export function typeName(reading: Reading, node: TreeNode | undefined): TypeName {
  const inner = node?.firstChild ?? null;
  if (inner === null) return { kind: 'named', name: 'Any' };
  switch (inner.name) {
    case 'ListType':
      return { kind: 'list', of: typeName(reading, inner.getChild('Type') ?? undefined) };
    case 'ContextType':
      return {
        kind: 'context',
        entries: (inner.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? []).map((entry) =>
          entryType(reading, entry),
        ),
      };
    case 'FunctionType':
      return { kind: 'function', parameters: inner.getChild('ArgumentTypes')?.getChildren('ArgumentType').length ?? 0 };
    default:
      return namedType(reading, inner);
  }
}

function entryType(reading: Reading, node: TreeNode): { readonly name: string; readonly of: TypeName } {
  const [name, type] = parts(node);
  return { name: nameOf(reading, name), of: typeName(reading, type) };
}

function namedType(reading: Reading, node: TreeNode): TypeName {
  const name = wordsOf(reading, node);
  if (kindNamed(name) === null) reading.faults.push(unknownType(name, node.from));
  return { kind: 'named', name };
}
