import type { Instant, Json } from '../../kernel/json.ts';
import type { FaultCode } from './invariants.ts';

/** Something in the database that cannot be. */
export interface Fault {
  readonly code: FaultCode;
  /** Ids of where it is: instance, element, table, row. */
  readonly where: { readonly [name: string]: string | number };
  /** What was found, when that helps; references and numbers, never a value that somebody typed. */
  readonly found?: Json;
}

/** What the doctor has looked at, and what was wrong. */
export interface DoctorReport {
  /** The database's time of the snapshot. */
  readonly asOf: Instant;
  readonly database: 'pglite' | 'postgres';
  readonly instances: number;
  /** Instances whose state was compared with their whole history. */
  readonly folded: number;
  readonly events: number;
  /** The first faults of each kind. */
  readonly faults: readonly Fault[];
  /** All faults by kind, those that are not listed too. */
  readonly counts: { readonly [code in FaultCode]?: number };
}

/** Faults listed of one kind; beyond, they are only counted, so that a broken table does not fill the memory. */
const listedOfOneKind = 50;

/** Collects faults in bounded memory. */
export class FaultList {
  readonly faults: Fault[] = [];
  readonly counts: { [code in FaultCode]?: number } = {};

  add(fault: Fault): void {
    const count = (this.counts[fault.code] ?? 0) + 1;
    this.counts[fault.code] = count;
    if (count <= listedOfOneKind) this.faults.push(fault);
  }
}
