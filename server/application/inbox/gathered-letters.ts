import type { EndedIteration } from '../../kernel/bpmn/commands.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Letter } from '../../database/inbox.ts';
import type { InboxCommand } from '../process-instances/outgoing-commands.ts';

/** A command with its letter's id; one of several reports has that of the first. */
export interface Envelope {
  readonly id: string;
  readonly command: JsonObject;
  /** What it came of, for the log. */
  readonly cause: string | null;
}

/** Whether a letter begins an iteration in an instance of its own. */
export function isNewIteration({ command }: Letter): boolean {
  const { type, iteration } = command as { readonly type?: string; readonly iteration?: unknown };
  return type === 'create-instance' && iteration !== undefined;
}

/** Whether a letter tells a loop that an iteration of it has ended. */
export function isReport({ command }: Letter): boolean {
  return reported(command as unknown as InboxCommand) !== null;
}

/**
 * The letters of an instance, with the reports of a loop's iterations put together where they follow each other: one
 * command then takes all of them.
 */
export function gathered(letters: readonly Letter[]): readonly (Envelope & { readonly ids: readonly string[] })[] {
  const together: (Envelope & {
    readonly ids: string[];
    readonly ended: EndedIteration[];
    readonly loop: string | null;
  })[] = [];
  for (const { id, command, cause } of letters) {
    const report = reported(command as unknown as InboxCommand);
    const last = together.at(-1);
    if (report && last?.loop === report.loop) {
      last.ids.push(id);
      last.ended.push(report.iteration);
    } else
      together.push({
        id,
        command,
        cause,
        ids: [id],
        ended: report ? [report.iteration] : [],
        loop: report?.loop ?? null,
      });
  }
  return together.map(({ id, command, cause, ids, ended }) => {
    if (ids.length === 1) return { id, command, cause, ids };
    const { element = 0, scope = 0 } = command as { readonly element?: number; readonly scope?: number };
    return {
      id,
      ids,
      cause,
      command: { type: 'end-iterations', element, scope, ended: ended as unknown as JsonObject[] },
    };
  });
}

function reported(command: InboxCommand): { readonly loop: string; readonly iteration: EndedIteration } | null {
  if (command.type !== 'end-call' || command.outcome.kind !== 'iterated') return null;
  return { loop: `${command.scope}/${command.element}`, iteration: command.outcome.iteration };
}
