import { type ReactElement, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { readCase, urgeCase } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { CaseFile } from './CasePage.tsx';

/** 催办: a reminder to whoever has the case, with a word if wanted; it changes nothing else. */
export function UrgeDialog({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [words, setWords] = useState('');
  const command = useCommand(urgeCase, [readCase]);
  const say = useToast();
  const urge = async (): Promise<void> => {
    const answer = await command.run({
      params: { case: file.id },
      body: words.trim() === '' ? {} : { words: words.trim() },
    });
    if (answer === null) return;
    say(
      answer.told.length === 0
        ? text('urge.nobody')
        : text('urge.done', { names: answer.told.map(({ name }) => name).join(text('list.comma')) }),
    );
    onClose();
  };
  const to = file.holder === null ? text('case.holder.none') : positionWords(file.holder, texts);
  return (
    <DialogBox
      title={text('urge')}
      onClose={onClose}
      action={text('urge')}
      onAction={() => void urge()}
      busy={command.busy}
      problem={command.problem}
    >
      <p>{text('urge.says', { to })}</p>
      <Field label={text('urge.words')} note={text('optional')}>
        {(control) => <TextArea control={control} value={words} onChange={setWords} maxLength={200} rows={2} />}
      </Field>
    </DialogBox>
  );
}
