import { type ReactElement, useState } from 'react';
import { askPause } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useNow } from '../ui/use-now.ts';
import { AskOfClock } from './AskOfClock.tsx';
import { clockReads } from './clock-reads.ts';
import type { QuestionProps } from './ClockQuestions.tsx';
import { isReviewDay, ReviewDayField } from './ReviewDayField.tsx';

/** 挂起: why, and when it is looked at again. */
export function PauseQuestion({ file, clock, onClose }: QuestionProps): ReactElement | null {
  const now = useNow();
  const [reviewOn, setReviewOn] = useState('');
  const command = useCommand(askPause, clockReads);
  const { pause, may, stage } = clock;
  if (pause?.decides == null || may.pause === null) return null;
  const { decides, longestDays } = pause;
  return (
    <AskOfClock
      kind="pause"
      decides={decides}
      may={may.pause}
      busy={command.busy}
      ready={isReviewDay(reviewOn, now, longestDays)}
      problem={command.problem}
      ask={(reason) => command.run({ params: { userTask: file.id }, body: { stage, reason, reviewOn } })}
      onClose={onClose}
    >
      <ReviewDayField value={reviewOn} now={now} longestDays={longestDays} onChange={setReviewOn} />
    </AskOfClock>
  );
}
