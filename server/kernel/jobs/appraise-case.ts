import { done, type JobHandler } from './job-handler.ts';

/**
 * `grid:appraise` (绩效考核): notes the facts of this matter that indicators are counted from. They are about the case
 * and its units, never a score of a person.
 */
export const appraiseCase: JobHandler = (_job, facts) => {
  const { subject } = facts;
  const happened = (type: string): number => subject.history.filter(({ event }) => event.type === type).length;
  return done({}, [
    {
      do: 'record-facts',
      facts: {
        onTime: !(subject.progress?.everOverdue ?? false),
        handedUp: happened('user-task-reassigned'),
        userTasks: happened('user-task-completed'),
        stagesPassed: subject.progress?.passed ?? [],
        answer: !subject.wantsAnswer ? 'not-wanted' : subject.answeredAt ? 'given' : 'not-reached',
      },
    },
  ]);
};
