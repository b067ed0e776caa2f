import type { ReactElement } from 'react';
import { WordsFilter } from '../WordsFilter.tsx';
import './phone-search.css';
import './today.css';

/** The search box at the top of a phone's list; it stays in sight while the list is scrolled. */
export function PhoneSearch({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <div className="gl-phone-search">
      <WordsFilter label={label} value={value} onChange={onChange} />
    </div>
  );
}
