import type { Instant } from '../../kernel/json.ts';
import type { CellFault } from './cell-fault.ts';
import type { ImportPlan } from './plan-import.ts';
import type { PlannedRow, RowOutcome } from './planned-row.ts';
import { layout, type SheetId, sheetIds } from './workbook-layout.ts';

/** A plan as it is told: all figures, and the first rows and faults. */
export interface PlanView {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  readonly seen: string;
  readonly sheets: readonly {
    readonly sheet: SheetId;
    readonly title: string;
    readonly counts: Readonly<Record<RowOutcome, number>>;
    /** Rows with at least one fault. */
    readonly faulty: number;
  }[];
  readonly way: ImportPlan['way'];
  readonly because: ImportPlan['because'];
  readonly obstacles: readonly { readonly zh: string; readonly en: string }[];
  /** Rows that change something. */
  readonly rows: readonly PlannedRow[];
  readonly rowsInAll: number;
  readonly faults: readonly CellFault[];
  readonly faultsInAll: number;
}

/** Told at most; who has more to mend mends these first, and figures count all. */
const mostTold = 500;

export function planView(plan: ImportPlan, asOf: Instant): PlanView {
  const { area, seen, way, because, faults } = plan;
  const changing = plan.rows.filter(({ outcome }) => outcome !== 'same');
  return {
    asOf,
    area,
    seen,
    way,
    because,
    obstacles: plan.areas.obstacles.slice(0, 20),
    sheets: sheetIds.map((sheet) => ({
      sheet,
      title: layout[sheet].title,
      counts: countsOf(plan.rows.filter((row) => row.sheet === sheet)),
      faulty: new Set(faults.filter((fault) => fault.sheet === sheet).map(({ row }) => row)).size,
    })),
    rows: changing.slice(0, mostTold),
    rowsInAll: changing.length,
    faults: faults.slice(0, mostTold),
    faultsInAll: faults.length,
  };
}

function countsOf(rows: readonly PlannedRow[]): Record<RowOutcome, number> {
  const counts = { new: 0, changed: 0, same: 0, removed: 0, waiting: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
