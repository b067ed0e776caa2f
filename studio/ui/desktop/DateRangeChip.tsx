import { Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { DateInput } from '../DateInput.tsx';
import { Field } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { ChosenChip } from './ChoiceChip.tsx';
import './chips.css';

interface DateRangeChipProps {
  readonly title: string;
  /** Local dates, `YYYY-MM-DD`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (range: { readonly from: string | undefined; readonly to: string | undefined }) => void;
}

/** A filter by the first and the last day of a time; either may be left open. */
export function DateRangeChip({ title, from, to, onChange }: DateRangeChipProps): ReactElement {
  const { text } = useText();
  const [open, setOpen] = useState(false);
  const isOn = from !== undefined || to !== undefined;
  const change = (side: 'from' | 'to') => (value: string) =>
    onChange({ from, to, [side]: value === '' ? undefined : value });
  const fields = (
    <div className="gl-range">
      <Field label={text('filter.from')}>
        {(control) => <DateInput control={control} value={from ?? ''} onChange={change('from')} />}
      </Field>
      <Field label={text('filter.to')}>
        {(control) => <DateInput control={control} value={to ?? ''} onChange={change('to')} />}
      </Field>
    </div>
  );
  if (isOn && !open) {
    const chosen = text('filter.range', { from: from ?? text('filter.open'), to: to ?? text('filter.open') });
    return <ChosenChip title={title} chosen={chosen} onClear={() => onChange({ from: undefined, to: undefined })} />;
  }
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" arrow={false} content={fields}>
      <button type="button" className="gl-chip" aria-haspopup="dialog" aria-expanded={open}>
        {title}
        <Icon name="down" small />
      </button>
    </Popover>
  );
}
