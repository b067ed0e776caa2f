import type { Modification, MigrationPlan } from '../../kernel/bpmn/commands.ts';
import type { JsonObject } from '../../kernel/json.ts';

/** What an operator does to an instance. Always with a reason, which stands in the audit and in the story. */
export type Repair =
  /** Tries again what is stuck: one incident, or all of the instance; with variables that are set before. */
  | { readonly do: 'retry'; readonly incident?: IncidentPlace | undefined; readonly variables?: JsonObject | undefined }
  /** Goes on without what is stuck. */
  | { readonly do: 'skip'; readonly incident?: IncidentPlace | undefined; readonly variables?: JsonObject | undefined }
  | { readonly do: 'set-variables'; readonly scope?: number | undefined; readonly variables: JsonObject }
  | { readonly do: 'cancel' }
  | { readonly do: 'suspend' }
  /** `shift`: the time it was held does not count; `run-on`: it counts, and what came due meanwhile is due at once. */
  | { readonly do: 'resume'; readonly clocks: 'run-on' | 'shift' }
  | { readonly do: 'move'; readonly changes: readonly Modification[] }
  | {
      readonly do: 'migrate';
      readonly version: string;
      readonly process?: string | undefined;
      readonly plan?: MigrationPlan | undefined;
    };

/** The calendars in force where it runs are taken over; `onto`: the manifests that were in force when it was previewed. */
export interface Rebase {
  readonly do: 'rebase';
  readonly onto: readonly string[];
}

/** The element instance that is stuck. */
interface IncidentPlace {
  readonly element: number;
  readonly scope: number;
}
