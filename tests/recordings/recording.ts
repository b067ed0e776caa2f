import type { Command } from '../../server/kernel/bpmn/commands.ts';
import type { ProcessEvent } from '../../server/kernel/bpmn/events.ts';
import type { Scope } from '../../server/kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../server/kernel/json.ts';

/** An instance as it was stored on a day, what it was told next, and what happened. Every later version must do the same. */
export interface Recording {
  readonly shape: string;
  readonly about: string;
  /** The day the format was that of the program. */
  readonly recorded: string;
  readonly bpmn: string;
  readonly process: string;
  /** As in `process_instance.state`, and the rows of `process_scope`. */
  readonly state: JsonObject;
  readonly scopes: readonly Scope[];
  /** What had happened until then. */
  readonly history: readonly ProcessEvent[];
  readonly next: readonly RecordedStep[];
  readonly endsAs: { readonly state: JsonObject; readonly scopes: readonly Scope[] };
}

/** A command with the time it was given at, and the events it caused; or the code of its refusal. */
export interface RecordedStep {
  readonly now: string;
  readonly command: Command;
  readonly events: readonly ProcessEvent[];
  readonly refused?: string;
}
