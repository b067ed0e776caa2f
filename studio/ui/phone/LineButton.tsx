import type { ReactElement } from 'react';
import { Icon } from '../Icon.tsx';
import './line-button.css';

interface LineButtonProps {
  readonly title: string;
  readonly says?: string;
  readonly value?: string;
  readonly onPress: () => void;
}

/** A line that opens something: its name, a word about it, what is chosen now, and an arrow. */
export function LineButton({ title, says, value, onPress }: LineButtonProps): ReactElement {
  return (
    <button type="button" className="gl-line" onClick={onPress}>
      <span>
        {title}
        {says !== undefined && <span className="quiet">{says}</span>}
      </span>
      <span className="quiet">{value}</span>
      <Icon name="next" small />
    </button>
  );
}
