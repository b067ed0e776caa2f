import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServer } from '../../harness/server/server-process.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import { countyWorkbook, dongchang } from './county-workbook.ts';

const street = '620502005';
const secondMs = 1000;
/** What people call at once on a desktop, and wait for without wondering. */
const [importWithin, screenWithin] = [60 * secondMs, secondMs];

/** What the pages ask for that show a county: the start page, lists, the board, the areas in every picker. */
const screens = [
  ['session', '/api/session'],
  ['start page', '/api/overview'],
  ['areas (tree, pickers)', '/api/areas'],
  ['people, first page', '/api/people?limit=20'],
  ['people, found by a name', '/api/people?limit=20&q=%E6%98%A5'],
  ['board of posts', '/api/posts/board'],
  ['cases, first page', '/api/cases?limit=20'],
  ['checklist', `/api/areas/${street}/readiness`],
] as const;

/**
 * 东昌's size: 2,685 grids and 2,227 people come in by one workbook, and what shows them stays quick. On the embedded
 * database, with the real program in a process of its own.
 */
export async function benchSize(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-bench-size-'));
  const server = await startServer({ dataDir: folder, seconds: 120, environment: { HOST: '0.0.0.0' } });
  try {
    const cookie = await firstAdministrator(server);
    const file = await countyWorkbook(street, dongchang);
    const preview = await timed(() => upload(server, cookie, `/api/workbook/preview?area=${street}`, file));
    const { seen } = JSON.parse(preview.text) as { readonly seen: string };
    const brought = await timed(() => upload(server, cookie, `/api/workbook?area=${street}&seen=${seen}`, file));
    const rows = [
      atMost('size preview', preview.ms, importWithin, 'ms', 1),
      atMost('size import', brought.ms, importWithin, 'ms', 1),
    ];
    for (const [name, path] of screens) {
      await ask(server, cookie, path);
      const { ms, text } = await timed(() => ask(server, cookie, path));
      process.stdout.write(`${name}: ${text.length} bytes\n`);
      rows.push(atMost(`size ${name}`, ms, screenWithin, 'ms', 1));
    }
    return rows;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<string>): Promise<{ readonly ms: number; readonly text: string }> {
  const began = performance.now();
  const text = await work();
  return { ms: performance.now() - began, text };
}

async function firstAdministrator(server: ServerProcess): Promise<string> {
  const [, code = ''] = /code for the first administrator: (\S+)/.exec(server.output()) ?? [];
  const answer = await fetch(`${server.url}/api/administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: '李主任', account: 'lizhuren', password: '吃水不忘挖井人 1949' }),
  });
  if (!answer.ok) throw new Error(`no administrator: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function upload(server: ServerProcess, cookie: string, path: string, file: Buffer): Promise<string> {
  const body = new FormData();
  body.append('workbook', new Blob([new Uint8Array(file)]), 'county.xlsx');
  const headers = { cookie, 'idempotency-key': `bench-${crypto.randomUUID()}` };
  return textOf(path, await fetch(`${server.url}${path}`, { method: 'POST', headers, body }));
}

async function ask(server: ServerProcess, cookie: string, path: string): Promise<string> {
  return textOf(path, await fetch(`${server.url}${path}`, { headers: { cookie } }));
}

async function textOf(path: string, answer: Response): Promise<string> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}
