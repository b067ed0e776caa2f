import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from './Button.tsx';
import './reminders.css';

export interface Reminder {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Where it is mended. */
  readonly to: string;
  readonly action: string;
}

/** What somebody has to see to some time soon: above a page's content, each with the way to mend it. */
export function Reminders({
  label,
  reminders,
}: {
  readonly label: string;
  readonly reminders: readonly Reminder[];
}): ReactElement | null {
  const { either } = useText();
  if (reminders.length === 0) return null;
  return (
    <ul className="gl-reminders" aria-label={label}>
      {reminders.map((reminder) => (
        <li key={reminder.id}>
          <i className="gl-shape gl-shape-warn" aria-hidden="true" />
          <span>{either(reminder)}</span>
          <ButtonLink to={reminder.to}>{reminder.action}</ButtonLink>
        </li>
      ))}
    </ul>
  );
}
