import { textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { firstPack, packArgument } from '../../packs/pack-argument.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { Context } from '../context.ts';
import { examineDatabase } from '../doctor/examine-database.ts';
import { reportWords } from '../doctor/report-words.ts';
import { clearDemo } from '../demo/clear-demo.ts';
import { loadDemo, type LoadedDemo } from '../demo/load-demo.ts';
import { Refusal } from '../refusal.ts';
import { enactReleases } from '../releases/enact-releases.ts';
import { exportPacks } from '../releases/export-packs.ts';
import { installPack } from '../releases/install-pack.ts';
import { installationWords } from './installation-words.ts';
import { instanceOperations } from './instance-operations.ts';
import { messageOperations } from './message-operations.ts';
import { workbookOperations } from './workbook-operations.ts';
import { addWorkerHere, listWorkersHere, removeWorkerHere } from './worker-operations.ts';

/** How an operation ended, in both languages. */
export interface OperationOutcome {
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
  /** What was asked for, when the operation answers something. */
  readonly answer?: Json;
}

/** An operation on the database: done here, or by the program that holds it. */
export interface TerminalOperation {
  readonly name: string;
  /** Whether no worker may run meanwhile. */
  readonly alone: boolean;
  readonly run: (context: Context, input: JsonObject, report: (progress: string) => void) => Promise<OperationOutcome>;
}

const { find } = packArgument(firstPack);

/** The operations the terminal may ask of a running program, by name. */
export const terminalOperations = {
  ...instanceOperations,
  ...messageOperations,
  ...workbookOperations,
  demoLoad: {
    name: 'demo-load',
    alone: true,
    run: async (context, input, report) => {
      const began = performance.now();
      const loaded = await refusable(loadDemo(context, find, report, input['counts'] === true));
      if ('ok' in loaded) return loaded;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      for (const failure of loaded.failed) report(`没能做成 could not be done: ${failure}`);
      return {
        ok: loaded.failed.length === 0,
        zh: `已装入 ${loaded.people} 位虚构人物、${loaded.cases} 件虚构事件${closedWords(loaded, '，办结 ', ' 件，占 ')}，用了 ${seconds} 秒。`,
        en: `Loaded ${loaded.people} invented people and ${loaded.cases} invented cases${closedWords(loaded, ', ', ' of them closed, ')}, in ${seconds} seconds.`,
      };
    },
  },
  demoClear: {
    name: 'demo-clear',
    alone: true,
    run: async (context) => {
      const removed = await clearDemo(context);
      return {
        ok: true,
        zh: `已清除虚构人物和 ${removed} 件事件；配置还在。`,
        en: `Removed the invented people and ${removed} cases; definitions are still there.`,
      };
    },
  },
  backup: {
    name: 'backup',
    alone: false,
    run: async (context, input, report) => {
      const [folder, databaseUrl] = [textIn(input['folder']), textIn(input['databaseUrl'])];
      const made = await makeBackup(context, { folder, databaseUrl, force: input['force'] === true, report });
      const bytes = made.files.reduce((sum, file) => sum + file.bytes, 0);
      const megabytes = (bytes / 1e6).toFixed(1);
      return {
        ok: true,
        zh: `已备份 ${made.files.length} 个文件，共 ${megabytes} MB，在 ${folder}。`,
        en: `Backed up ${made.files.length} files, ${megabytes} MB, into ${folder}.`,
        answer: { folder, madeAt: made.madeAt, files: made.files.length, bytes, counts: { ...made.counts } },
      };
    },
  },
  doctor: {
    name: 'doctor',
    alone: false,
    run: async (context, input, report) => {
      const fold = input['fold'] === 'all' ? 'all' : Number(input['fold'] ?? 0);
      return reportWords(await examineDatabase(context, { fold, report }));
    },
  },
  exportPacks: {
    name: 'export-packs',
    alone: false,
    run: async (context, input) => {
      const area = textIn(input['area']);
      const packs = await refusable(context.database.read((tx) => exportPacks(context, tx, area === '' ? null : area)));
      if ('ok' in packs) return packs;
      return {
        ok: true,
        zh: `导出了 ${packs.length} 个配置包。`,
        en: `Exported ${packs.length} packs.`,
        answer: packs.map(({ id, files }) => ({
          id,
          files: Object.fromEntries([...files.values()].map(({ path, text }) => [path, text])),
        })),
      };
    },
  },
  installPack: {
    name: 'install-pack',
    alone: false,
    run: async (context, input) => {
      const argument = packArgument(textIn(input['pack']));
      const area = textIn(input['area']);
      const wanted = { ...argument, area: area === '' ? null : area, atOnce: input['atOnce'] === true };
      const installed = await refusable(context.database.transaction((tx) => installPack(context, tx, wanted)));
      if ('ok' in installed) return installed;
      await enactReleases(context);
      // Opening an empty database has installed it a moment ago.
      const isFresh = input['emptyBefore'] === true && installed.outcome === 'already-there';
      return installationWords(argument.id, isFresh ? { ...installed, outcome: 'published' } : installed);
    },
  },
  workerAdd: { name: 'worker-add', alone: false, run: (context, input) => refusable(addWorkerHere(context, input)) },
  workerList: { name: 'worker-list', alone: false, run: listWorkersHere },
  workerRemove: {
    name: 'worker-remove',
    alone: false,
    run: (context, input) => refusable(removeWorkerHere(context, input)),
  },
} as const satisfies { readonly [name: string]: TerminalOperation };

function closedWords({ closed, cases }: LoadedDemo, before: string, after: string): string {
  return closed === undefined ? '' : `${before}${closed}${after}${((closed / cases) * 100).toFixed(1)}%`;
}

/** What came of it, or the words of its refusal. */
async function refusable<Value extends object>(work: Promise<Value>): Promise<Value | OperationOutcome> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const words = refusals[error.code];
    if (!words) throw error;
    return { ok: false, ...words };
  }
}

const refusals: { readonly [code: string]: Pick<OperationOutcome, 'zh' | 'en'> } = {
  'demo-loaded': {
    zh: '已经有演示数据了，没有再装。要重新装，先运行 gridloom demo clear。',
    en: 'The demo data is there already. To load it again, run gridloom demo clear first.',
  },
  'worker-name-taken': {
    zh: '已经有叫这个名称的外部系统，没有添加。请换一个名称，或先运行 gridloom worker remove。',
    en: 'There is an external worker of this name, so none was added. Choose another, or run gridloom worker remove first.',
  },
  'area-unknown': {
    zh: '没有这个区域编码。请用 gridloom export 看看现有的区域，或检查配置包的 areas.json。',
    en: "There is no area with this code. Look at what is there with gridloom export, or check the pack's areas.json.",
  },
  'draft-open': {
    zh: '这个区域有一份没发布的草稿，不能直接升级。请在页面的“配置 › 升级”里升级，或先放弃草稿。',
    en: 'The area has a draft that is not published. Upgrade it in the studio, or discard the draft first.',
  },
};
