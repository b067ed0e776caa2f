import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { CellsAnswer, CellsTask, SheetCells, SheetToWrite } from './cells.ts';

/** Far more than the largest workbook takes on a busy machine. */
const longestMs = 60_000;
const memoryMb = 768;
/** Each takes a core and some hundred megabytes; whoever comes meanwhile waits. */
const atOnce = 1;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a workbook in a thread of its own.
 *
 * @throws Refusal `workbook-unreadable`, `workbook-too-large`, `workbook-too-long`
 */
export async function readWorkbookCells(bytes: Uint8Array): Promise<readonly SheetCells[]> {
  const answer = await inThread({ do: 'read', bytes });
  if ('sheets' in answer) return answer.sheets;
  const because = 'unreadable' in answer ? answer.unreadable : 'not-a-workbook';
  throw new Refusal(refusals[because]);
}

const refusals = {
  'not-a-workbook': 'workbook-unreadable',
  'too-large': 'workbook-too-large',
  'too-long': 'workbook-too-long',
} as const;

/** Writes a workbook in a thread of its own. */
export async function writeWorkbookCells(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const answer = await inThread({ do: 'write', sheets });
  if (!('bytes' in answer)) throw new Error('the thread answered something else than a file');
  return Buffer.from(answer.bytes);
}

async function inThread(task: CellsTask): Promise<CellsAnswer> {
  if (running >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
  else running += 1;
  try {
    return await answerOf(task);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function answerOf(task: CellsTask): Promise<CellsAnswer> {
  const thread = new Worker(new URL('./cells-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const ended = Promise.withResolvers<CellsAnswer>();
  const tooLong = setTimeout(() => ended.resolve({ unreadable: 'too-large' }), longestMs);
  thread.on('message', (answer: CellsAnswer) => ended.resolve(answer));
  // A file that breaks the thread is told to be none: nothing of it is worth reading, and nothing of it is logged.
  thread.on('error', (error) =>
    task.do === 'read' ? ended.resolve({ unreadable: 'not-a-workbook' }) : ended.reject(error),
  );
  thread.on('exit', (code) => ended.reject(new Error(`the thread for workbooks ended with ${code}`)));
  try {
    return await ended.promise;
  } finally {
    clearTimeout(tooLong);
    thread.removeAllListeners('exit');
    await thread.terminate();
  }
}
