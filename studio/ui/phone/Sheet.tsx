import Popup from 'antd-mobile/es/components/popup';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import { useEscape } from '../use-escape.ts';
import './sheet.css';

/** Where sheets come up: over the page, or inside of what shows a phone on it (a preview). */
export const SheetPlace = createContext<() => HTMLElement>(() => document.body);

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
  const place = useContext(SheetPlace);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) frame.current?.focus();
  }, [open]);
  useEscape(open, onClose);
  return (
    <Popup visible={open} getContainer={place} onMaskClick={onClose} destroyOnClose bodyClassName="gl-sheet">
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
