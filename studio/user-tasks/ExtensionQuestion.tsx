import { type ReactElement, useState } from 'react';
import { askExtension } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { amountWords } from '../ui/light-words.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { clockReads } from './clock-reads.ts';
import type { QuestionProps } from './ClockQuestions.tsx';
import { QuestionForm } from './QuestionForm.tsx';

/** 延期: how much, in the unit of the limit, and why. */
export function ExtensionQuestion({ file, clock, onClose }: QuestionProps): ReactElement | null {
  const texts = useText();
  const { text } = texts;
  const [typed, setTyped] = useState('1');
  const command = useCommand(askExtension, clockReads);
  const say = useToast();
  const { extension, may, stage } = clock;
  if (extension?.decides == null || may.extend === null) return null;
  const { most, decides } = extension;
  const amount = Number(typed);
  const fits = amount > 0 && amount <= most.amount;
  const words = positionWords(decides, texts);
  const ask = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { userTask: file.id }, body: { stage, amount, reason } });
    if (answer === null) return;
    say(answer.granted ? text('extension.granted') : text('extension.asked', { decides: words }));
    onClose();
  };
  return (
    <QuestionForm
      says={may.extend === 'grant' ? text('extension.grant.says') : text('extension.ask.says', { decides: words })}
      action={text(`extension.${may.extend}`)}
      busy={command.busy}
      ready={fits}
      problem={command.problem}
      onSubmit={(reason) => void ask(reason)}
      onClose={onClose}
    >
      <Field
        label={text('extension.amount')}
        required
        note={text(`time-unit.${most.unit}`)}
        hint={text('extension.amount.hint', { most: amountWords(most, texts) })}
        error={fits ? undefined : text('extension.amount.hint', { most: amountWords(most, texts) })}
      >
        {(control) => <TextInput control={control} value={typed} onChange={setTyped} maxLength={6} />}
      </Field>
    </QuestionForm>
  );
}
