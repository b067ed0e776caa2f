import type { ReactElement, ReactNode } from 'react';
import './date-lines.css';

interface DateLine {
  readonly id: string;
  readonly date: string;
  readonly weekday: string;
  readonly mark: ReactNode;
  readonly says: string;
}

/** Dates under each other, each with its weekday and what there is to say about it. */
export function DateLines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly DateLine[];
}): ReactElement {
  return (
    <section className="gl-dates">
      <h3>{title}</h3>
      <ol>
        {lines.map(({ id, date, weekday, mark, says }) => (
          <li key={id}>
            <b>{date}</b>
            <span>{weekday}</span>
            <div>
              {mark}
              <p className="quiet">{says}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
