import { firstPack, packArgument } from '../../packs/pack-argument.ts';
import type { Context } from '../context.ts';
import { clearDemo } from './clear-demo.ts';
import { loadDemo } from './load-demo.ts';

/** How an operation ended, in both languages. */
export interface OperationOutcome {
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
}

/** An operation that needs the database to itself: done here, or by the program that holds it. */
export interface TerminalOperation {
  readonly name: string;
  readonly run: (context: Context, report: (progress: string) => void) => Promise<OperationOutcome>;
}

const { find } = packArgument(firstPack);

/** The operations the terminal may ask of a running program, by name. */
export const terminalOperations = {
  demoLoad: {
    name: 'demo-load',
    run: async (context, report) => {
      const loaded = await loadDemo(context, find, report);
      for (const failure of loaded.failed) report(`没能做成 could not be done: ${failure}`);
      return {
        ok: loaded.failed.length === 0,
        zh: `已装入 ${loaded.people} 位虚构人物、${loaded.cases} 件虚构事件。`,
        en: `Loaded ${loaded.people} invented people and ${loaded.cases} invented cases.`,
      };
    },
  },
  demoClear: {
    name: 'demo-clear',
    run: async (context) => {
      const removed = await clearDemo(context);
      return {
        ok: true,
        zh: `已清除虚构人物和 ${removed} 件事件；配置还在。`,
        en: `Removed the invented people and ${removed} cases; definitions are still there.`,
      };
    },
  },
} as const satisfies { readonly [name: string]: TerminalOperation };
