import { type ReactElement, useMemo, useState } from 'react';
import { pretendPeople } from '../../server/kernel/simulation/pretend-people.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import type { CompiledDraft } from './compile-draft.ts';
import type { RunInHand } from './use-simulation.ts';

interface BeginDialogProps {
  readonly compiled: CompiledDraft;
  readonly inHand: RunInHand;
  readonly onRead: () => void;
  readonly reading: boolean;
  readonly onClose: () => void;
}

/** 重新开始: from when, with whom; or with the draft as it is by now. */
export function BeginDialog({ compiled, inHand, onRead, reading, onClose }: BeginDialogProps): ReactElement {
  const { text } = useText();
  const invented = useMemo(() => pretendPeople(compiled.release), [compiled]);
  const [at, setAt] = useState(inHand.beginning.at.replace(' ', 'T'));
  const [who, setWho] = useState(inHand.beginning.people === 'demo' ? 'demo' : 'invented');
  const demo = compiled.demoPeople.length;
  const choices = [
    ...(demo > 0 ? [{ id: 'demo', title: text('simulator.people.demo', { count: demo }) }] : []),
    { id: 'invented', title: text('simulator.people.invented', { count: invented.length }) },
  ];
  return (
    <DialogBox
      title={text('simulator.again')}
      action={text('simulator.begin')}
      ready={at !== ''}
      onAction={() => {
        inHand.begin({ at: at.replace('T', ' '), people: who === 'demo' ? 'demo' : invented });
        onClose();
      }}
      onClose={onClose}
    >
      <p className="quiet">{text('simulator.again.says')}</p>
      <Field label={text('simulator.begin-at')} required>
        {(control) => <DateInput control={control} value={at} onChange={setAt} withTime />}
      </Field>
      <Field label={text('simulator.people')}>
        {() => <ChoiceRow label={text('simulator.people')} choices={choices} value={who} onChange={setWho} />}
      </Field>
      <Button kind="text" busy={reading} onPress={onRead}>
        {text('simulator.read-again')}
      </Button>
    </DialogBox>
  );
}
