import { clearDemo } from '../application/demo/clear-demo.ts';
import { loadDemo } from '../application/demo/load-demo.ts';
import type { Context, Log } from '../application/context.ts';
import { openContext } from '../application/open-context.ts';
import { callRunningServer } from '../database/local-socket/call-running-server.ts';
import type { Json } from '../kernel/json.ts';
import { isJsonObject } from '../kernel/json.ts';
import { readSettings } from '../settings.ts';
import { packArgument } from './pack-argument.ts';

/** The pack a fresh installation gets. */
export const firstPack = 'tianshui-xiguan';

/** How an operation ended, in both languages. */
export interface OperationOutcome {
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
}

/** An operation that needs the database to itself: done here, or by the program that holds it. */
export interface LocalOperationOfCli {
  readonly name: string;
  readonly run: (context: Context, report: (progress: string) => void) => Promise<OperationOutcome>;
}

const { find } = packArgument(firstPack);

/** The operations the terminal may ask of a running program, by name. */
export const localOperations = {
  demoLoad: {
    name: 'demo-load',
    run: async (context, report) => {
      const loaded = await loadDemo(context, find, report);
      for (const failure of loaded.failed) report(`没能做成 could not be done: ${failure}`);
      return { ok: loaded.failed.length === 0, zh: `已装入 ${loaded.people} 位虚构人物、${loaded.cases} 件虚构事件。`, en: `Loaded ${loaded.people} invented people and ${loaded.cases} invented cases.` };
    },
  },
  demoClear: {
    name: 'demo-clear',
    run: async (context) => {
      const removed = await clearDemo(context);
      return { ok: true, zh: `已清除虚构人物和 ${removed} 件事件；配置还在。`, en: `Removed the invented people and ${removed} cases; definitions are still there.` };
    },
  },
} as const satisfies { readonly [name: string]: LocalOperationOfCli };

/**
 * Does an operation on the database of `DATABASE_URL` or `DATA_DIR`. While the program runs on the embedded database, it
 * is asked through its local socket; else the database is opened here.
 */
export async function withDatabase(operation: LocalOperationOfCli, report: (progress: string) => void): Promise<OperationOutcome> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null) {
    const called = await callRunningServer(settings.dataDir, operation.name, {}, report);
    if (called.kind === 'answer') return outcomeOf(called.answer);
    if (called.kind === 'problem') return { ok: false, zh: called.problem.zh, en: called.problem.en };
  }
  const { context } = await openContext({ ...settings, clock: { offsetMs: () => 0 }, demo: false, log: quiet, packs: { find, first: firstPack }, wake: () => undefined });
  try {
    return await operation.run(context, report);
  } finally {
    await context.database.close();
  }
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: (facts, message) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`) };

function outcomeOf(answer: Json): OperationOutcome {
  const fields = isJsonObject(answer) ? answer : {};
  return { ok: fields['ok'] === true, zh: String(fields['zh'] ?? ''), en: String(fields['en'] ?? '') };
}
