import { done, type JobHandler } from './job-handler.ts';

/**
 * `grid:appraise` (绩效考核): notes the facts of this matter that indicators are counted from. They are about the case
 * and its units, never a score of a person.
 */
export const appraiseCase: JobHandler = (_job, facts) => {
  const { subject } = facts;
  const events = subject.history.map(({ event }) => event);
  return done({}, [
    {
      do: 'record-facts',
      facts: {
        onTime: !(subject.progress?.everOverdue ?? false),
        handedUp: events.filter(
          (event) =>
            event.type === 'user-task-reassigned' && event.because !== 'vacant' && event.because !== 'area-changed',
        ).length,
        userTasks: events.filter((event) => event.type === 'user-task-completed').length,
        stagesPassed: subject.progress?.passed ?? [],
        answer: !subject.wantsAnswer ? 'not-wanted' : subject.answeredAt ? 'given' : 'not-reached',
      },
    },
  ]);
};
