import { tableCounts } from '../../database/backup-ground.ts';
import type { Context } from '../context.ts';
import type { DoctorReport } from '../doctor/doctor-report.ts';
import { examineDatabase } from '../doctor/examine-database.ts';
import type { BackupManifest } from './backup-manifest.ts';

/** What a restored database was found to be. */
export interface Verified {
  /** Tables whose rows are not as many as when the backup was made. */
  readonly differing: readonly { readonly table: string; readonly backedUp: number; readonly restored: number }[];
  readonly doctor: DoctorReport;
}

/** Holds a restored database against its backup: as many rows in each table, and all that the doctor checks. */
export async function verifyRestored(context: Context, { counts }: BackupManifest): Promise<Verified> {
  const restored = await context.database.read(tableCounts);
  const tables = [...new Set([...Object.keys(counts), ...Object.keys(restored)])];
  const differing = tables
    .map((table) => ({ table, backedUp: counts[table] ?? 0, restored: restored[table] ?? 0 }))
    .filter(({ backedUp, restored: now }) => backedUp !== now);
  return { differing, doctor: await examineDatabase(context, { fold: 'all' }) };
}
