import type { Database } from '../../server/database/database.ts';
import type { Transaction } from '../../server/database/transaction.ts';

/** What PostgreSQL did for a statement. */
export interface Explained {
  readonly sql: string;
  /** Rows that were read from tables and indexes, those included that a filter then dropped. */
  readonly rowsRead: number;
  /** Tables that were read from one end to the other. */
  readonly readWhole: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** `generic`: the plan that is made once for every value, as it is for a statement that was run a few times. */
export type PlanKind = 'custom' | 'generic';

/** Runs some reading with its statements explained instead of answered: each finds nothing, and says what it cost. */
export async function explained(
  database: Database,
  kind: PlanKind,
  reading: (tx: Transaction) => Promise<unknown>,
): Promise<readonly Explained[]> {
  const found: Explained[] = [];
  await database.transaction(async (tx) => {
    await tx.query(`set local plan_cache_mode = force_${kind}_plan`);
    const explain = async (sql: string, params: readonly unknown[] = []): Promise<readonly never[]> => {
      const values = params.map((value) => literal(value)).join(', ');
      await tx.query(`prepare explained as ${sql}`);
      const [row] = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
        `explain (analyze, timing off, format json) execute explained${params.length > 0 ? `(${values})` : ''}`,
      );
      await tx.query('deallocate explained');
      const nodes = row?.['QUERY PLAN'].flatMap(({ Plan }) => everyNode(Plan)) ?? [];
      found.push({ sql, rowsRead: nodes.reduce((sum, node) => sum + readBy(node), 0), readWhole: wholes(nodes) });
      return [];
    };
    await reading({ ...tx, query: explain });
  });
  return found;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map((one) => literal(one)).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
}

function everyNode(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap((below) => everyNode(below))];
}

function readBy(node: PlanNode): number {
  if (!/Scan$/.test(node['Node Type']) || /CTE|Function|Subquery|Bitmap Index/.test(node['Node Type'])) return 0;
  const dropped = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + dropped) * node['Actual Loops'];
}

function wholes(nodes: readonly PlanNode[]): readonly string[] {
  return nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []));
}
