import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../translations/texts.ts';

/** A panel from the right over the page: what belongs to a thing of the page, or help about it. */
export function SidePanel({
  title,
  onClose,
  children,
  width = 420,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
}): ReactElement {
  const { text } = useText();
  return (
    <Drawer
      open
      title={title}
      size={width}
      onClose={onClose}
      closable={{ placement: 'end', 'aria-label': text('close') }}
    >
      {children}
    </Drawer>
  );
}
