import { type Node, parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

// The kernel's own tsconfig.json (no DOM, no Node types) makes `process`, `fetch`, timers and `node:` imports compile
// errors. What the language itself offers, and the compiler therefore allows, is found here, in the syntax tree.

const forbiddenGlobals = new Set(['globalThis', 'eval', 'Function']);

/** Readers of the machine's own time zone; the same instant must read the same on every machine. */
const localTime =
  /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$|^toLocale|^to(Date|Time)?String$/;

function memberName(callee: Node): readonly [object: string, property: string] | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  return [callee.object.type === 'Identifier' ? callee.object.name : '', callee.property.name];
}

function isNewDate(node: Node): boolean {
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date';
}

function callFault(callee: Node): string | undefined {
  if (callee.type === 'Identifier' && callee.name === 'Date') return 'Date() reads the clock';
  const [object, property] = memberName(callee) ?? [];
  if (object === 'Date' && property === 'now') return 'Date.now() reads the clock';
  if (object === 'Math' && property === 'random') return 'Math.random() is chance';
  if (object === 'Temporal' || object === 'Now') return 'Temporal is not in every browser yet';
  const reads = callee.type === 'MemberExpression' && property !== undefined && localTime.test(property);
  const ofDate = reads && (!property.startsWith('to') || property.startsWith('toLocale') || isNewDate(callee.object));
  return ofDate ? `${property}() depends on the machine's time zone or language` : undefined;
}

/** What a file of the kernel does that depends on the machine, the moment or chance, as sentences. */
export function impurities(file: SourceFile): string[] {
  const faults: string[] = [];
  const report = (start: number, what: string | undefined): void => {
    const line = file.text.slice(0, start).split('\n').length;
    if (what !== undefined) faults.push(`${file.path}:${line} ${what}`);
  };
  new Visitor({
    NewExpression({ start, callee, arguments: given }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'Date' && given.length === 0) report(start, 'new Date() reads the clock');
      if (forbiddenGlobals.has(callee.name)) report(start, `new ${callee.name}() is not for the kernel`);
    },
    CallExpression({ start, callee }) {
      report(start, callFault(callee));
      if (callee.type === 'Identifier' && forbiddenGlobals.has(callee.name))
        report(start, `${callee.name}() is not for the kernel`);
    },
    MemberExpression({ start, object }) {
      if (object.type === 'Identifier' && forbiddenGlobals.has(object.name))
        report(start, `${object.name} is not for the kernel`);
    },
    ImportExpression({ start }) {
      report(start, 'import() loads code while running');
    },
  }).visit(parseSync(file.path, file.text).program);
  return faults;
}
