import type { ReactElement } from 'react';
import { type IconName, icons } from './icons.ts';
import './icon.css';

/** A drawing beside words (then it is hidden from those who listen), or alone with a `label`. */
export function Icon({
  name,
  small = false,
  label,
}: {
  readonly name: IconName;
  readonly small?: boolean;
  readonly label?: string;
}): ReactElement {
  const { box, path } = icons[name];
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={small ? 'gl-icon gl-icon-small' : 'gl-icon'} viewBox={`0 0 ${box} ${box}`} {...said}>
      <path d={path} />
    </svg>
  );
}

/** The mark of the product: two threads across two threads. */
export function BrandMark(): ReactElement {
  return (
    <svg className="gl-icon gl-brand-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3.500 8.500h17M3.500 15.500h17M8.500 3.500v17M15.500 3.500v17" />
    </svg>
  );
}
