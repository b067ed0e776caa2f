import type { JobFacts, JobOutcome } from '../../kernel/jobs/job-handler.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { NewDelivery } from '../../database/plugin-deliveries.ts';
import type { InstanceView } from '../../database/process-instances.ts';

/** What a job is run with. */
export interface Prepared {
  readonly instance: InstanceView;
  readonly facts: JobFacts;
  /** Everything the element sees. */
  readonly variables: JsonObject;
  /** What its input mappings made. */
  readonly local: JsonObject;
  readonly now: string;
}

/** How a job ended; what a plugin's job wants sent becomes rows in the transaction that completes it. */
export type RunOutcome =
  | (Extract<JobOutcome, { ok: true }> & { readonly deliveries?: readonly NewDelivery[] })
  /** `hopeless`: trying again is of no use. `error`: code of a BPMN error, which is modelled flow and no failure. */
  | (Extract<JobOutcome, { ok: false }> & { readonly hopeless?: boolean; readonly error?: string });
