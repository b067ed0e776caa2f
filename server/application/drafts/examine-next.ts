import { Worker } from 'node:worker_threads';
import { readDraft } from '../../database/drafts.ts';
import {
  endExamination,
  leaseExamination,
  noteProgress,
  stopExaminations,
  type ExaminationProgress,
  type ExaminationRow,
} from '../../database/examinations.ts';
import type { Json } from '../../kernel/json.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { Context } from '../context.ts';
import { packsBelow } from '../releases/packs-below.ts';
import { uuidv7 } from '../uuid.ts';
import { draftMaterial } from './draft-material.ts';
import type { ExaminationMessage, ExaminationReport, ExaminationTask, ExaminedPacks } from './examination-report.ts';
import { errorWords } from '../observing/error-words.ts';

/** A lease outlives a slow scenario many times; whoever finds it run out begins anew. */
const leaseMs = 30_000;
const heartbeatMs = 5_000;
/** The checks of a county's pack take a second or two, a scenario less. */
const longestSilenceMs = 120_000;

/**
 * Does the examination that waits longest, or one whose examiner has died. The work is done in a thread of its own, and
 * ends when somebody stops it or changes the draft.
 *
 * @param signal ends the work, so that a server may stop; another node, or the next start, begins it anew
 * @returns false when there was nothing to examine
 */
export async function examineNext(context: Context, signal: AbortSignal): Promise<boolean> {
  const lease = uuidv7();
  const taken = await context.database.transaction(async (tx) => {
    const row = await leaseExamination(tx, context.tenant, lease, later(tx.now));
    const draft = row && (await readDraft(tx, context.tenant, row.draft));
    if (!row) return null;
    if (!draft || draft.revision !== row.revision || (draft.state !== 'open' && draft.state !== 'submitted')) {
      await stopExaminations(tx, context.tenant, row.draft, row.id);
      return { row, task: null };
    }
    const { composed } = await draftMaterial(context, tx, draft);
    const below = await packsBelow(context, tx, draft.area, composed.packs);
    const task: ExaminationTask = {
      ...handed(composed.packs),
      below: below.map(({ area, packs }) => ({ area, ...handed(packs) })),
    };
    return { row, task };
  });
  if (!taken) return false;
  if (taken.task) await examine(context, taken.row, lease, taken.task, signal);
  return true;
}

async function examine(
  context: Context,
  row: ExaminationRow,
  lease: string,
  task: ExaminationTask,
  signal: AbortSignal,
): Promise<void> {
  const stopping = new AbortController();
  let latest: ExaminationProgress = { at: '', done: 0, total: 0 };
  let noting: Promise<void> = Promise.resolve();
  const keep = async (): Promise<void> => {
    try {
      const isMine = await context.database.transaction((tx) =>
        noteProgress(tx, context.tenant, row.id, lease, { ...latest, until: later(tx.now) }),
      );
      if (!isMine) stopping.abort();
    } catch (error) {
      // Without the database the lease runs out, and the examination is begun anew.
      context.log.warn(
        { examination: row.id, error: errorWords(error) },
        'the progress of an examination could not be noted',
      );
      stopping.abort();
    }
  };
  const note = (progress: ExaminationProgress): void => {
    latest = progress;
    noting = noting.then(keep);
  };
  const heart = setInterval(() => note(latest), heartbeatMs);
  try {
    const report = await reportOf(context, row, task, note, AbortSignal.any([signal, stopping.signal]));
    await noting;
    if (report)
      await context.database.transaction((tx) => endExamination(tx, context.tenant, row.id, lease, resultOf(report)));
  } finally {
    clearInterval(heart);
    await noting;
    // Whoever comes next need not wait for the lease to run out.
    if (signal.aborted)
      await context.database.transaction((tx) =>
        noteProgress(tx, context.tenant, row.id, lease, { ...latest, until: tx.now }),
      );
  }
}

/** A thread that breaks is a failed examination with a sentence, not one that is begun anew for ever. */
async function reportOf(
  context: Context,
  row: ExaminationRow,
  task: ExaminationTask,
  note: (progress: ExaminationProgress) => void,
  signal: AbortSignal,
): Promise<ExaminationReport | null> {
  try {
    return await inThread(task, note, signal);
  } catch (error) {
    context.log.error({ examination: row.id, error: errorWords(error) }, 'an examination broke off');
    return { hash: null, problems: [brokenOff], failures: [], total: 1 };
  }
}

const brokenOff = {
  code: 'examination-broken-off',
  severity: 'error',
  kind: null,
  id: null,
  place: '',
  zh: '检查没有做完就断了：配置可能太大，或某个场景停不下来。请减小改动后再检查；还不行，请告诉管理员。',
  en: 'The examination broke off: the definitions may be too large, or a scenario does not end. Change less and examine again, or tell an operator.',
} as const;

/** Runs the thread to its end; null when it was stopped before. */
async function inThread(
  task: ExaminationTask,
  note: (progress: ExaminationProgress) => void,
  signal: AbortSignal,
): Promise<ExaminationReport | null> {
  if (signal.aborted) return null;
  const thread = new Worker(new URL('./examination-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const ended = Promise.withResolvers<ExaminationReport | null>();
  const stop = (): void => ended.resolve(null);
  const tooLong = (): void => ended.reject(new Error('nothing was heard of the examining thread for too long'));
  let silence = setTimeout(tooLong, longestSilenceMs);
  signal.addEventListener('abort', stop, { once: true });
  thread.on('message', (message: ExaminationMessage) => {
    clearTimeout(silence);
    silence = setTimeout(tooLong, longestSilenceMs);
    if ('report' in message) ended.resolve(message.report);
    else note(message);
  });
  thread.on('error', (error) => ended.reject(error));
  thread.on('exit', (code) => ended.reject(new Error(`the examining thread ended with ${code} and no report`)));
  try {
    return await ended.promise;
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    thread.removeAllListeners('exit');
    await thread.terminate();
  }
}

function resultOf({ hash, problems, failures, total }: ExaminationReport) {
  const failed = hash === null || failures.length > 0 || problems.some(({ severity }) => severity === 'error');
  return {
    state: failed ? ('failed' as const) : ('passed' as const),
    manifestHash: hash,
    done: total,
    total,
    problems: problems as unknown as readonly Json[],
    failures: failures as unknown as readonly Json[],
  };
}

function handed(packs: readonly PackFolder[]): ExaminedPacks {
  return { packs: packs.map(({ id, files }) => ({ id, files: [...files.values()] })) };
}

function later(now: string): string {
  return new Date(Date.parse(now) + leaseMs).toISOString();
}
