import Popup from 'antd-mobile/es/components/popup';
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import { useEscape } from '../use-escape.ts';
import './sheet.css';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet from below with a title: other ways to go on, a choice, a short question. */
export function Sheet({ title, open, onClose, children }: SheetProps): ReactElement {
  const { text } = useText();
  const heading = useId();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) frame.current?.focus();
  }, [open]);
  useEscape(open, onClose);
  return (
    <Popup visible={open} onMaskClick={onClose} destroyOnClose bodyClassName="gl-sheet">
      <div
        ref={frame}
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        tabIndex={-1}
        className="gl-sheet-frame"
      >
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" aria-label={text('close')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </header>
        <div className="gl-sheet-body">{children}</div>
      </div>
    </Popup>
  );
}

interface SheetChoiceProps {
  readonly title: string;
  readonly says?: string;
  readonly onPress: () => void;
  readonly chosen?: boolean;
}

/** One way in a sheet: its name, and below it what will happen and to whom. */
export function SheetChoice({ title, says, onPress, chosen = false }: SheetChoiceProps): ReactElement {
  return (
    <button type="button" className="gl-sheet-choice" aria-pressed={chosen} onClick={onPress}>
      <b>{title}</b>
      {says !== undefined && <span className="quiet">{says}</span>}
    </button>
  );
}
