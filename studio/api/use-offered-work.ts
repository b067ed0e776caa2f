import { readCase } from '../../server/http/contract/cases.ts';
import { beginOfferedWork, listOfferedWork } from '../../server/http/contract/offered-work.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import type { ProblemRecord } from './problem-error.ts';
import { useAnswer } from './use-answer.ts';
import { useCommand } from './use-command.ts';

/** Work that somebody may begin. */
type OfferedWork = AnswerOf<typeof listOfferedWork>['work'][number];

/** 可办事项 of an instance as a page uses it. */
interface OfferedWorkOfPage {
  readonly work: readonly OfferedWork[];
  /** Begins one; answers false when it was refused, and then `problem` says why. */
  readonly begin: (work: OfferedWork) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
}

/**
 * What may be begun in an instance, and the command that begins it.
 *
 * @param offers false where nothing can be: then nobody is asked
 */
export function useOfferedWork(instance: string, offers: boolean): OfferedWorkOfPage {
  const { data } = useAnswer(listOfferedWork, { params: { instance } }, { when: offers, every: 30 });
  const command = useCommand(beginOfferedWork, [listOfferedWork, listMyUserTasks, readCase]);
  return {
    work: data?.work ?? [],
    begin: async ({ instance: within, scope, element }) =>
      (await command.run({ params: { instance: within }, body: { scope, element } })) !== null,
    busy: command.busy,
    problem: command.problem,
  };
}
