import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll } from 'vitest';
import { breaches } from './breaches.ts';

// Run before every test file: what the program says to the database while the file runs is held to law 10, and a
// statement that breaks it fails the file. What the tests themselves ask is theirs.

/** Files through which every statement goes; whoever called them asked for it. */
const layers =
  /server\/database\/(transaction|inside-transaction|orm|kysely-dialect|connections\/|database)|node_modules|node:|law-10\/listen/;

const ours = new Set<string>();
export const asked = {
  get count(): number {
    return ours.size;
  },
};

function isFromATest(): boolean {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const frames = new Error('where').stack?.split('\n').slice(1) ?? [];
  Error.stackTraceLimit = before;
  const caller = frames.find((frame) => /\.tsx?[:)]/.test(frame) && !layers.test(frame));
  return caller !== undefined && /\/tests\//.test(caller);
}

const hear = (message: unknown): void => {
  const sql = String(message);
  if (!ours.has(sql) && !isFromATest()) ours.add(sql);
};
subscribe('gridloom:statement', hear);

afterAll(() => {
  unsubscribe('gridloom:statement', hear);
  const found = [...ours].flatMap((sql) =>
    breaches(sql).map((what) => `${what}:\n  ${sql.replaceAll(/\s+/g, ' ').slice(0, 300)}`),
  );
  if (found.length > 0)
    throw new Error(`Law 10 is broken by ${found.length} statements of the program:\n${found.join('\n')}`);
});
