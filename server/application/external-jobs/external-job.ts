import type { Instant, JsonObject } from '../../kernel/json.ts';
import type { JobName } from '../../database/external-jobs.ts';

/** A job as a worker outside sees it. */
export interface ExternalJob {
  /** The same for every attempt of this job, unlike that of any other: what is told to others should carry it. */
  readonly key: string;
  readonly type: string;
  /** Fencing token: an answer with another one comes too late. */
  readonly lease: string;
  readonly leasedUntil: Instant;
  /** Counts from 1. */
  readonly attempt: number;
  readonly retries: number;
  readonly headers: JsonObject;
  /** What the step's input mappings give; where it has none, all that it sees. */
  readonly variables: JsonObject;
  readonly instance: string;
  readonly process: string;
  readonly element: string;
}

/** The key of a job. */
export function keyOf({ instance, element, job }: JobName): string {
  return `${instance}.${element}.${job}`;
}

/** The job a key names; null for what is no key. */
export function jobOfKey(key: string): JobName | null {
  const [, instance = '', element = '', job = ''] = /^([0-9a-f-]{36})\.(\d{1,9})\.(\d{1,9})$/.exec(key) ?? [];
  return instance === '' ? null : { instance, element: Number(element), job: Number(job) };
}
