import { readActorByAccount } from '../../database/actors.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { enactReleases } from '../releases/enact-releases.ts';
import { actorOf } from '../sessions/actor-of-session.ts';
import { exportSheets } from '../workbook/export-workbook.ts';
import { importSheets } from '../workbook/import-workbook.ts';
import { readWorkbookCells, writeWorkbookCells } from '../workbook/in-cells-thread.ts';
import { planImport } from '../workbook/plan-import.ts';
import { planView, type PlanView } from '../workbook/plan-view.ts';
import type { OperationOutcome, TerminalOperation } from './terminal-operations.ts';

/** Areas, people and posts as a workbook, from the terminal; always in somebody's name and with their rights. */
export const workbookOperations = {
  importWorkbook: {
    name: 'import-workbook',
    alone: false,
    run: (context, input) =>
      refusable(async () => {
        const [area, dryRun, soundOnly] = [
          textIn(input['area']),
          input['dryRun'] === true,
          input['soundOnly'] === true,
        ];
        const sheets = await readWorkbookCells(Buffer.from(textIn(input['file']), 'base64'));
        const look = await context.database.read(async (tx) =>
          planView(await planImport(context, tx, await actorNamed(context, tx, input), area, sheets), tx.now),
        );
        if (dryRun || (look.faultsInAll > 0 && !soundOnly)) return told(look, false);
        const done = await context.database.transaction(async (tx) =>
          importSheets(context, tx, await actorNamed(context, tx, input), { area, sheets, seen: look.seen, soundOnly }),
        );
        await enactReleases(context);
        return told(done, true);
      }),
  },
  exportWorkbook: {
    name: 'export-workbook',
    alone: false,
    run: (context, input) =>
      refusable(async () => {
        const area = textIn(input['area']);
        const sheets = await context.database.transaction(async (tx) =>
          exportSheets(context, tx, await actorNamed(context, tx, input), area),
        );
        const file = (await writeWorkbookCells(sheets)).toString('base64');
        return { ok: true, zh: '已导出。', en: 'Exported.', answer: { file } };
      }),
  },
} as const satisfies { readonly [name: string]: TerminalOperation };

/** @throws Refusal `person-unknown` when the account that is named is nobody's */
async function actorNamed(context: Context, tx: Transaction, input: JsonObject): Promise<Actor> {
  const row = await readActorByAccount(tx, context.tenant, textIn(input['by']), localDate(tx.now));
  if (!row) throw new Refusal('person-unknown');
  return actorOf(await context.releases.inForce(tx), row, '');
}

function told(plan: PlanView, done: boolean): OperationOutcome {
  const faults = (language: 'zh' | 'en'): string =>
    plan.faults.map(({ sheet, cell, row, ...said }) => `\n  ${sheet} ${cell || row}: ${said[language]}`).join('');
  const answer = plan as unknown as Json;
  if (done) return { ok: true, zh: `已导入 ${plan.rowsInAll} 行。`, en: `Imported ${plan.rowsInAll} rows.`, answer };
  return {
    ok: plan.faultsInAll === 0,
    zh: `会有 ${plan.rowsInAll} 行变化，${plan.faultsInAll} 处不对，什么也没有写。${faults('zh')}`,
    en: `${plan.rowsInAll} rows would change something, ${plan.faultsInAll} faults; nothing was written.${faults('en')}`,
    answer,
  };
}

const refusals: { readonly [code: string]: readonly [zh: string, en: string] } = {
  'person-unknown': ['没有这个账号。请检查 --by。', 'There is no such account. Check --by.'],
  'area-unknown': [
    '没有这个区域，或者不归这个人管。请检查 --area。',
    'There is no such area within reach. Check --area.',
  ],
  'not-permitted': ['这个人没有管理人员的权限。', 'The person may not manage people.'],
  'workbook-unreadable': ['这个文件不是能读的 .xlsx。', 'This is no .xlsx workbook that can be read.'],
};

async function refusable(work: () => Promise<OperationOutcome>): Promise<OperationOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [zh, en] = refusals[error.code] ?? [`没有做（${error.code}）。`, `It was not done (${error.code}).`];
    return { ok: false, zh, en, answer: { code: error.code } };
  }
}
