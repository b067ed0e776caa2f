import { repairCommand } from './repair-command.ts';

/** `gridloom resume`: lets suspended instances go on. */
export const resumeCommand = repairCommand({
  name: 'resume',
  summary: '恢复挂起的流程 Lets suspended instances go on',
  options: { clocks: { type: 'string' } },
  explained: `  --clocks       shift：挂起的时间不算，期限顺延 the time held does not count, limits move on
                 run-on：照算，过了的马上到点 it counts; what has passed is due at once. 必须写 Required`,
  repair: ({ clocks }) =>
    clocks === 'shift' || clocks === 'run-on'
      ? { do: 'resume', clocks }
      : { wrong: ['请用 --clocks 写 shift 或 run-on。', 'Say --clocks shift or --clocks run-on.'] },
});
