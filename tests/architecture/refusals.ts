import { posix } from 'node:path';
import { type Node, parseSync, visitorKeys } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/** A function, class or constant of a file: what it refuses with itself, and what else it names. */
interface Piece {
  readonly codes: readonly string[];
  /** It refuses with a code that is only known as it runs. */
  readonly decides: boolean;
  /** `path#name` of other pieces. */
  readonly names: readonly string[];
}

/** What an operation can be refused with, as far as the code says it. */
export interface Reached {
  readonly codes: ReadonlySet<string>;
  /** Somewhere below it a code is decided as it runs, so it may be refused with others too. */
  readonly decides: boolean;
}

function eachNode(node: unknown, look: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) eachNode(one, look);
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  const here = node as Node;
  look(here);
  for (const key of visitorKeys[here.type] ?? []) eachNode((here as unknown as Record<string, unknown>)[key], look);
}

/** The codes an expression may be: a text, or one of two. Null: it is not said here. */
function codesOf(node: Node | undefined): readonly string[] | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node?.type !== 'ConditionalExpression') return null;
  const [one, other] = [codesOf(node.consequent), codesOf(node.alternate)];
  return one && other ? [...one, ...other] : null;
}

function pieceOf(root: Node, known: ReadonlyMap<string, string>): Piece {
  const refused: (readonly string[] | null)[] = [];
  const names = new Set<string>();
  eachNode(root, (node) => {
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Refusal')
      refused.push(codesOf(node.arguments[0]));
    const named = node.type === 'Identifier' ? known.get(node.name) : undefined;
    if (named !== undefined) names.add(named);
  });
  return { codes: refused.flatMap((codes) => codes ?? []), decides: refused.includes(null), names: [...names] };
}

/** The pieces of a file by `path#name`, and the routes it registers by the name of the operation. */
function readFile({ path, text }: SourceFile): ReadonlyMap<string, Piece> {
  const { program, module } = parseSync(path, text);
  const known = new Map<string, string>();
  for (const { moduleRequest, entries } of module.staticImports)
    for (const { isType, importName, localName } of entries)
      if (!isType && moduleRequest.value.startsWith('.'))
        known.set(localName.value, `${posix.join(posix.dirname(path), moduleRequest.value)}#${importName.name ?? '*'}`);
  const own = program.body
    .map((node): Node => (node.type === 'ExportNamedDeclaration' && node.declaration ? node.declaration : node))
    .flatMap((node): readonly Node[] => (node.type === 'VariableDeclaration' ? node.declarations : [node]))
    .flatMap((node) => ('id' in node && node.id?.type === 'Identifier' ? [{ name: node.id.name, node }] : []));
  for (const { name } of own) known.set(name, `${path}#${name}`);
  const pieces = new Map(own.map(({ name, node }) => [`${path}#${name}`, pieceOf(node, known)]));
  eachNode(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const [, operation, ...handling] = node.arguments;
    if (!/^(open|worker)?[rR]oute$/.test(node.callee.name) || operation?.type !== 'MemberExpression') return;
    if (operation.property.type !== 'Identifier') return;
    const handled = handling.map((argument) => pieceOf(argument, known));
    pieces.set(operation.property.name, {
      codes: handled.flatMap(({ codes }) => codes),
      decides: handled.some(({ decides }) => decides),
      names: handled.flatMap(({ names }) => names),
    });
  });
  return pieces;
}

/**
 * Follows each route through everything it names, file by file, to the refusals that are thrown there. What is reached
 * through a value that is handed in (a plugin, the database) is not followed.
 *
 * @param files the routes and the use cases
 * @returns for an operation's name what it reaches
 */
export function refusalsReached(files: readonly SourceFile[]): (operation: string) => Reached {
  const pieces = new Map(files.flatMap((file) => [...readFile(file)]));
  return (operation) => {
    const seen = new Set([operation]);
    // A set is walked in the order of insertion, and what is added while walking is walked too.
    for (const name of seen) for (const next of pieces.get(name)?.names ?? []) seen.add(next);
    const reached = [...seen].flatMap((name) => pieces.get(name) ?? []);
    return { codes: new Set(reached.flatMap(({ codes }) => codes)), decides: reached.some(({ decides }) => decides) };
  };
}
