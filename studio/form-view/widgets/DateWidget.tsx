import type { WidgetProps } from '@rjsf/utils';
import type { MouseEvent, ReactElement } from 'react';
import { chineseDate, isoDate, wallTime } from '../../../server/kernel/forms/wall-time.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { textValue } from './text-value.ts';
import { dayOf, minuteOf, momentOf } from './written-time.ts';

/** A day. */
export function DateWidget({ value, onChange }: WidgetProps): ReactElement {
  const { t } = useFormContext();
  return (
    <div className="fv-time">
      <TimeInput type="date" value={dayOf(textValue(value))} onChange={onChange} />
      <Button
        kind="text"
        onPress={() => {
          onChange(dayOf(now()));
        }}
      >
        {t('form.today')}
      </Button>
    </div>
  );
}

/** A moment, written down in the time of the place. */
export function DateTimeWidget({ value, onChange }: WidgetProps): ReactElement {
  const { t } = useFormContext();
  return (
    <div className="fv-time">
      <TimeInput
        type="datetime-local"
        value={minuteOf(textValue(value))}
        onChange={(minute) => {
          onChange(minute === undefined ? undefined : momentOf(minute));
        }}
      />
      <Button
        kind="text"
        onPress={() => {
          onChange(momentOf(minuteOf(now())));
        }}
      >
        {t('form.now')}
      </Button>
    </div>
  );
}

interface TimeInputProps {
  readonly type: 'date' | 'datetime-local';
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/**
 * The browser's own control: it knows the phone's wheels and the desk's keyboard, and brings no calendar along. It lies
 * unseen under words of ours, because it writes dates in the language of the browser, not of the page.
 */
function TimeInput({ type, value, onChange }: TimeInputProps): ReactElement {
  const { t, door, language } = useFormContext();
  const control = useFieldControl();
  const time = wallTime(value);
  const words = time === null ? t('form.choose') : language === 'zh' ? chineseDate(time) : isoDate(time);
  return (
    <div className="gl-input fv-wheels">
      <span className={time === null ? 'quiet' : undefined}>{words}</span>
      <Icon name="meeting" small />
      <input
        {...inputProps(control)}
        type={type}
        value={value}
        onChange={(event) => {
          onChange(event.target.value === '' ? undefined : event.target.value);
        }}
        onClick={door === 'phone' ? openWheels : undefined}
      />
    </div>
  );
}

/** A press anywhere opens the wheels; browsers without the call open them by themselves. */
function openWheels(event: MouseEvent<HTMLInputElement>): void {
  if ('showPicker' in event.currentTarget) event.currentTarget.showPicker();
}

function now(): string {
  return new Date().toISOString();
}
