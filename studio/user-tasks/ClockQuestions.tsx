import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ExtensionQuestion } from './ExtensionQuestion.tsx';
import { PauseQuestion } from './PauseQuestion.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

/** What is asked of which clock of which user task. */
export interface QuestionProps {
  readonly file: UserTaskFile;
  readonly clock: UserTaskFile['clocks'][number];
  readonly onClose: () => void;
}

/** 申请延期, 申请挂起: the question opens in place, below what it is about. */
export function ClockQuestions({ file, clock }: Omit<QuestionProps, 'onClose'>): ReactElement | null {
  const { text } = useText();
  const [open, setOpen] = useState<'extension' | 'pause' | null>(null);
  const asked = file.requests.filter(({ state, stage }) => state === 'open' && stage === clock.stage);
  const extend = asked.some(({ kind }) => kind === 'extension') ? null : clock.may.extend;
  const pause = asked.some(({ kind }) => kind === 'pause') ? null : clock.may.pause;
  const close = (): void => setOpen(null);
  if (open === 'extension') return <ExtensionQuestion file={file} clock={clock} onClose={close} />;
  if (open === 'pause') return <PauseQuestion file={file} clock={clock} onClose={close} />;
  if (extend === null && pause === null) return null;
  return (
    <div className="gl-clock-taps">
      {extend !== null && (
        <Button small onPress={() => setOpen('extension')}>
          {text(`extension.${extend}`)}
        </Button>
      )}
      {pause !== null && (
        <Button small onPress={() => setOpen('pause')}>
          {text(`pause.${pause}`)}
        </Button>
      )}
    </div>
  );
}
