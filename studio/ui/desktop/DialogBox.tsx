import { Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorState.tsx';
import type { ShownProblem } from '../shown-problem.ts';
import './dialog-box.css';

interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
}

/** Something over the page that brings its own buttons; Escape and the cross leave everything as it was. */
export function DialogFrame({ title, onClose, children, width = 480 }: DialogFrameProps): ReactElement {
  const { text } = useText();
  return (
    <Modal
      open
      centered
      title={title}
      width={width}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={{ 'aria-label': text('close') }}
    >
      {children}
    </Modal>
  );
}

interface DialogBoxProps extends DialogFrameProps {
  /** What the primary button does, in words. */
  readonly action: string;
  readonly onAction: () => void;
  readonly busy?: boolean;
  readonly ready?: boolean;
  /** Marks an action that takes something away. */
  readonly grave?: boolean;
  readonly problem?: ShownProblem | null;
}

/** A question or a short form over the page. */
export function DialogBox({
  action,
  onAction,
  busy = false,
  ready = true,
  grave = false,
  problem = null,
  ...frame
}: DialogBoxProps): ReactElement {
  const { text } = useText();
  return (
    <DialogFrame {...frame}>
      <form
        className="gl-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onAction();
        }}
      >
        {frame.children}
        {problem !== null && <ErrorNote problem={problem} />}
        <div className="gl-dialog-foot">
          <Button onPress={frame.onClose}>{text('cancel')}</Button>
          <Button kind={grave ? 'danger' : 'primary'} type="submit" busy={busy} disabled={!ready}>
            {action}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
