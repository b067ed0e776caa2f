import { type ReactElement, useState } from 'react';
import { askPause } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { dateWords, daysBetween, localDate } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { clockReads } from './clock-reads.ts';
import type { QuestionProps } from './ClockQuestions.tsx';
import { dayAfter } from './day-after.ts';
import { QuestionForm } from './QuestionForm.tsx';

/** 挂起: why, and when it is looked at again. */
export function PauseQuestion({ file, clock, onClose }: QuestionProps): ReactElement | null {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const [reviewOn, setReviewOn] = useState('');
  const command = useCommand(askPause, clockReads);
  const say = useToast();
  const { pause, may, stage } = clock;
  if (pause?.decides == null || may.pause === null) return null;
  const { decides, longestDays } = pause;
  const words = positionWords(decides, texts);
  const days = reviewOn === '' ? 0 : daysBetween(localDate(now), reviewOn);
  const fits = days >= 1 && (longestDays === null || days <= longestDays);
  const ask = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { userTask: file.id }, body: { stage, reason, reviewOn } });
    if (answer === null) return;
    say(answer.granted ? text('pause.granted') : text('pause.asked', { decides: words }));
    onClose();
  };
  const latest = longestDays === null ? null : dayAfter(localDate(now), longestDays);
  return (
    <QuestionForm
      says={may.pause === 'grant' ? text('pause.grant.says') : text('pause.ask.says', { decides: words })}
      action={text(`pause.${may.pause}`)}
      busy={command.busy}
      ready={fits}
      problem={command.problem}
      onSubmit={(reason) => void ask(reason)}
      onClose={onClose}
    >
      <Field
        label={text('pause.review')}
        required
        hint={
          latest === null
            ? text('pause.review.hint')
            : text('pause.review.most', { day: dateWords(latest, now, texts) })
        }
      >
        {(control) => (
          <DateInput control={control} value={reviewOn} onChange={setReviewOn} min={dayAfter(localDate(now), 1)} />
        )}
      </Field>
    </QuestionForm>
  );
}
