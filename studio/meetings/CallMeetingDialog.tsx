import { type ReactElement, useState } from 'react';
import { placeError } from '../api/place-error.ts';
import { useCommand } from '../api/use-command.ts';
import { callMeeting, listMeetings } from '../../server/http/contract/meetings.ts';
import { useText } from '../translations/texts.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { instantOfLocal, localInput } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import type { Series } from './MeetingsPage.tsx';

/** 临时加开: one more meeting of a series, at a time and for a reason; everybody it concerns is told. */
export function CallMeetingDialog({
  series,
  onClose,
}: {
  readonly series: Series;
  readonly onClose: () => void;
}): ReactElement {
  const { text, pack, either } = useText();
  const [at, setAt] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(callMeeting, [listMeetings]);
  const say = useToast();
  const callIt = async (): Promise<void> => {
    const body = { at: instantOfLocal(at), reason: reason.trim() };
    if ((await command.run({ params: { series: series.id }, body })) === null) return;
    say(text('meeting.called', { title: pack(series.title) }));
    onClose();
  };
  return (
    <DialogBox
      title={text('meeting.call-title', { title: pack(series.title) })}
      onClose={onClose}
      action={text('meeting.call-now')}
      onAction={() => void callIt()}
      busy={command.busy}
      ready={at !== '' && reason.trim().length >= 2}
      problem={command.problem}
    >
      <p>{text('meeting.call.says', { count: series.participants.length + 2 })}</p>
      <Field label={text('meeting.at')} required error={placeError(command.problem, 'at', either)}>
        {(control) => (
          <DateInput
            control={control}
            withTime
            value={at}
            onChange={setAt}
            min={localInput(new Date().toISOString())}
          />
        )}
      </Field>
      <Field label={text('reason')} required>
        {(control) => <TextArea control={control} value={reason} onChange={setReason} maxLength={200} rows={2} />}
      </Field>
    </DialogBox>
  );
}
