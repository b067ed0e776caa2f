import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { readWorkbookCells } from './in-cells-thread.ts';
import { planImport } from './plan-import.ts';
import { planView, type PlanView } from './plan-view.ts';

/**
 * What importing a workbook would do, row by row, and all that is wrong in it, cell by cell. Nothing is kept.
 *
 * @param bytes of the file
 * @throws Refusal `workbook-unreadable`, `workbook-too-large`, `workbook-too-long`, `not-permitted`, `area-unknown`
 */
export async function previewWorkbook(
  context: Context,
  actor: Actor,
  area: string,
  bytes: Uint8Array,
): Promise<PlanView> {
  const sheets = await readWorkbookCells(bytes);
  return context.database.read(async (tx) => planView(await planImport(context, tx, actor, area, sheets), tx.now));
}
