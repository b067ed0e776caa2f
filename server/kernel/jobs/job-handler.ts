import type { Position } from '../bpmn/process-instance.ts';
import type { CaseProgress } from '../cases/case-progress.ts';
import type { PastEvent } from '../cases/story.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { Organization } from '../organization/holders.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';

/** A job as its handler sees it. */
interface JobActivation {
  readonly jobType: string;
  readonly headers: JsonObject;
  /** Everything the element sees: its local variables over those of its scopes. */
  readonly variables: JsonObject;
  readonly now: Instant;
}

/** The facts around a job, read before it runs; a handler looks nothing up itself. */
export interface JobFacts {
  readonly release: CompiledRelease;
  readonly organization: Organization;
  /** Names by person id, for notices. */
  readonly personName: (id: string) => string;
  readonly subject: SubjectFacts;
  /** The overdue user task a ladder climbs for. */
  readonly host: HostUserTask | null;
}

/** What the process is about. */
export interface SubjectFacts {
  readonly kind: 'case' | 'meeting' | 'action-item';
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly place: string;
  readonly area: string;
  readonly category: string | null;
  /** Only of cases. */
  readonly progress: CaseProgress | null;
  readonly history: readonly PastEvent[];
  readonly answeredAt: Instant | null;
  readonly wantsAnswer: boolean;
}

/** An overdue user task, as it is now. */
export interface HostUserTask {
  readonly instance: string;
  readonly userTask: number;
  readonly scope: number;
  readonly open: boolean;
  /** Whether one of its clocks has run out: one that was given more time, or was signed for, is late no more. */
  readonly overdue: boolean;
  readonly position: Position;
  readonly step: string;
  readonly dueAt: Instant;
}

/** What a handler wants done; carried out in the transaction that completes the job. */
export type Request =
  | {
      readonly do: 'notify';
      readonly to: Position;
      readonly notice: string;
      readonly title: string;
      readonly text: string;
    }
  | {
      readonly do: 'reassign-user-task';
      readonly instance: string;
      readonly userTask: number;
      readonly scope: number;
      readonly to: Position;
    }
  | {
      readonly do: 'start-action-item';
      readonly process: string;
      readonly ordinal: number;
      readonly title: string;
      readonly post: string;
      readonly area: string;
      readonly limit: string;
    }
  | { readonly do: 'archive-case' }
  | { readonly do: 'record-facts'; readonly facts: JsonObject };

/** How a job ended: with variables and requests, or failed (tried again, then an incident). */
export type JobOutcome =
  | { readonly ok: true; readonly variables: JsonObject; readonly requests: readonly Request[] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      /** What a machine said of it, for operators only; without personal data. */
      readonly detail?: string;
    };

/** A built-in job: a pure function of the job and the facts, so that the world and the server do the very same. */
export type JobHandler = (job: JobActivation, facts: JobFacts) => JobOutcome;

/** A text member of headers or variables; empty when there is none. */
export function textIn(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** A job that is done. */
export function done(variables: JsonObject = {}, requests: readonly Request[] = []): JobOutcome {
  return { ok: true, variables, requests };
}
