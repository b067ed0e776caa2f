import { Dropdown } from 'antd';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useText } from '../../../translations/texts.ts';
import { Icon } from '../../Icon.tsx';
import { useFixed } from './Sentence.tsx';
import './sentence.css';

interface InlineChipProps {
  /** What is chosen, for those who hear the chip without its sentence: 办理岗位. */
  readonly label: string;
  /** What is chosen now; empty when nothing is. */
  readonly value: string;
  /** Shown while nothing is chosen: 请选岗位. */
  readonly placeholder?: string;
  /** Marks a choice that is missing or wrong. */
  readonly wrong?: boolean;
  readonly popup: 'listbox' | 'dialog';
  /** What opens below it; `leave` closes it and puts the keyboard back on the chip. */
  readonly children: (leave: () => void) => ReactNode;
}

/** A word of a sentence that can be changed: pressing it opens what there is to choose. */
export function InlineChip(props: InlineChipProps): ReactElement {
  const { label, value, placeholder, wrong = false, popup, children } = props;
  const { text } = useText();
  const [open, setOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const shown = value === '' ? (placeholder ?? text('sentence.choose')) : value;
  const leave = (): void => {
    setOpen(false);
    chip.current?.focus();
  };
  if (useFixed()) return <b className="gl-inline-fixed">{value === '' ? text('sentence.nothing') : value}</b>;
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      destroyOnHidden
      popupRender={() => <Below leave={leave}>{children}</Below>}
    >
      <button
        ref={chip}
        type="button"
        className={`gl-inline${value === '' || wrong ? ' gl-inline-wrong' : ''}`}
        aria-haspopup={popup}
        aria-expanded={open}
        aria-label={text('sentence.chip', { label, value: shown })}
      >
        {shown}
        <Icon name="down" small />
      </button>
    </Dropdown>
  );
}

function Below({
  leave,
  children,
}: {
  readonly leave: () => void;
  readonly children: InlineChipProps['children'];
}): ReactElement {
  return <div className="gl-inline-pop">{children(leave)}</div>;
}
