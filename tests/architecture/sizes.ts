import { type Comment, type Node, parseSync, type Program, Visitor } from 'oxc-parser';
import { limits, type SizeException } from './house.ts';
import { isTest, type SourceFile } from './source-file.ts';

/** A stretch of code that is measured: a file, or a function of it. */
interface Stretch {
  /** The path, and for a function `path#name`. */
  readonly what: string;
  readonly lines: number;
  readonly limit: number;
}

/** The text with comments blanked out, line breaks kept. */
function withoutComments(text: string, comments: readonly Comment[]): string {
  return comments.reduce(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end),
    text,
  );
}

/** Lines with code on them: neither empty nor only a comment. */
function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Calls that hold tests or register them: their function is a chapter, not a function. */
const chapters = new Set(['describe', 'suite']);

function calleeName(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return calleeName(callee.object);
  return callee.type === 'CallExpression' ? calleeName(callee.callee) : '';
}

/** The functions of a program with the name they are known by; an anonymous one is known by its line. */
function functionsOf(program: Program, text: string): Span[] {
  const spans: Span[] = [];
  const names = new Map<number, string>();
  const skipped = new Set<number>();
  const add = ({ start, end, id }: { start: number; end: number; id?: { name: string } | null }): void => {
    const line = text.slice(0, start).split('\n').length;
    if (!skipped.has(start)) spans.push({ start, end, name: id?.name ?? names.get(start) ?? `line ${line}` });
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init !== null && id.type === 'Identifier') names.set(init.start, id.name);
    },
    MethodDefinition({ key, value }) {
      if (key.type === 'Identifier') names.set(value.start, key.name);
    },
    CallExpression({ callee, arguments: given }) {
      if (chapters.has(calleeName(callee))) for (const argument of given) skipped.add(argument.start);
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(program);
  return spans;
}

function stretchesOf(file: SourceFile): Stretch[] {
  const { program, comments } = parseSync(file.path, file.text);
  const text = withoutComments(file.text, comments);
  const whole = {
    what: file.path,
    lines: countLines(text),
    limit: isTest(file.path) ? limits.testFile : limits.codeFile,
  };
  const parts = functionsOf(program, text).map(({ start, end, name }) => ({
    what: `${file.path}#${name}`,
    lines: countLines(text.slice(start, end)),
    limit: limits.function,
  }));
  return [whole, ...parts];
}

/** Files and functions that are longer than the house allows, as sentences. */
export function tooLong(files: readonly SourceFile[], exceptions: readonly SizeException[]): string[] {
  const excepted = new Set(exceptions.map(({ what }) => what));
  return files
    .flatMap(stretchesOf)
    .filter(({ what, lines, limit }) => lines > limit && !excepted.has(what))
    .map(({ what, lines, limit }) => `${what} has ${lines} lines of code; ${limit} are allowed`);
}

/** Exceptions that nothing needs any more. */
export function needlessExceptions(files: readonly SourceFile[], exceptions: readonly SizeException[]): string[] {
  const long = new Set(
    files
      .flatMap(stretchesOf)
      .filter(({ lines, limit }) => lines > limit)
      .map(({ what }) => what),
  );
  return exceptions.map(({ what }) => what).filter((what) => !long.has(what));
}
