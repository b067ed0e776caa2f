import { type ReactElement, useState } from 'react';
import { askExtension } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { amountWords } from '../ui/light-words.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { AskOfClock } from './AskOfClock.tsx';
import { clockReads } from './clock-reads.ts';
import type { QuestionProps } from './ClockQuestions.tsx';

/** 延期: how much, in the unit of the limit, and why. */
export function ExtensionQuestion({ file, clock, onClose }: QuestionProps): ReactElement | null {
  const texts = useText();
  const { text } = texts;
  const [typed, setTyped] = useState('1');
  const command = useCommand(askExtension, clockReads);
  const { extension, may, stage } = clock;
  if (extension?.decides == null || may.extend === null) return null;
  const { most, decides } = extension;
  const amount = Number(typed);
  const fits = amount > 0 && amount <= most.amount;
  const hint = text('extension.amount.hint', { most: amountWords(most, texts) });
  return (
    <AskOfClock
      kind="extension"
      decides={decides}
      may={may.extend}
      busy={command.busy}
      ready={fits}
      problem={command.problem}
      ask={(reason) => command.run({ params: { userTask: file.id }, body: { stage, amount, reason } })}
      onClose={onClose}
    >
      <Field
        label={text('extension.amount')}
        required
        note={text(`time-unit.${most.unit}`)}
        hint={fits ? hint : undefined}
        error={fits ? undefined : hint}
      >
        {(control) => <TextInput control={control} value={typed} onChange={setTyped} maxLength={6} />}
      </Field>
    </AskOfClock>
  );
}
