import { type ReactElement, useState } from 'react';
import { moveReviewDate } from '../../server/http/contract/clocks.ts';
import type { ClockStage } from '../../server/kernel/calendar/time-limit.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { dateWords } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { clockReads } from './clock-reads.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { isReviewDay, ReviewDayField } from './ReviewDayField.tsx';

interface ReviewDateQuestionProps {
  readonly userTask: string;
  readonly stage: ClockStage;
  /** Days after today at the latest; null where the limit does not say, or where it is not known here. */
  readonly longestDays: number | null;
  readonly onClose: () => void;
}

/** 改复核日: it goes on standing still, and is looked at again on another day. */
export function ReviewDateQuestion({ userTask, stage, longestDays, onClose }: ReviewDateQuestionProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const [reviewOn, setReviewOn] = useState('');
  const command = useCommand(moveReviewDate, clockReads);
  const say = useToast();
  const move = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { userTask }, body: { stage, reviewOn, reason } });
    if (answer === null) return;
    say(text('review-date.done', { day: dateWords(reviewOn, now, texts) }));
    onClose();
  };
  return (
    <QuestionForm
      says={text('review-date.says')}
      action={text('review-date')}
      busy={command.busy}
      ready={isReviewDay(reviewOn, now, longestDays)}
      problem={command.problem}
      onSubmit={(reason) => void move(reason)}
      onClose={onClose}
    >
      <ReviewDayField value={reviewOn} now={now} longestDays={longestDays} onChange={setReviewOn} />
    </QuestionForm>
  );
}
