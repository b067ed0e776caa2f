import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { readSession, signOut } from '../../server/http/contract/session.ts';
import type { ProblemRecord } from './problem-error.ts';
import { answerKey, useAnswer } from './use-answer.ts';
import { useCommand } from './use-command.ts';

export type SessionView = AnswerOf<typeof readSession>;
export type SignedInPerson = NonNullable<SessionView['person']>;

/** Who is signed in and what the sign-in page offers; the first thing either door asks for. */
export function useSession(): ReturnType<typeof useAnswer<typeof readSession>> {
  return useAnswer(readSession, {});
}

/**
 * What to do after somebody signed in: remember the session. When it is somebody else than before, everything that was
 * kept of the other person is forgotten first.
 */
export function useSignedIn(): (session: SessionView) => void {
  const answers = useQueryClient();
  return (session) => {
    const before = answers.getQueryData<SessionView>(answerKey(readSession, {}));
    answers.setQueryData(answerKey(readSession, {}), session);
    if (before?.person?.id !== session.person?.id) forgetAllButSession(answers);
    else void answers.invalidateQueries();
  };
}

/** The way out: ends the session, then forgets what the server told this person. */
export function useSignOut(): {
  readonly leave: () => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
} {
  const answers = useQueryClient();
  const command = useCommand(signOut);
  return {
    busy: command.busy,
    problem: command.problem,
    leave: async () => {
      if ((await command.run({})) === null) return false;
      await answers.refetchQueries({ queryKey: answerKey(readSession, {}) });
      forgetAllButSession(answers);
      return true;
    },
  };
}

function forgetAllButSession(answers: QueryClient): void {
  answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== readSession.id });
}
