import type { ReactElement } from 'react';
import './today.css';

interface Counter {
  readonly to: string;
  readonly value: string;
  readonly title: string;
}

/** The few numbers of a day beside each other; each leads to its part of the page. */
export function CounterRow({
  label,
  counters,
}: {
  readonly label: string;
  readonly counters: readonly Counter[];
}): ReactElement {
  return (
    <nav className="gl-counters" aria-label={label}>
      {counters.map(({ to, value, title }) => (
        <a
          key={to}
          href={to}
          onClick={(event) => {
            event.preventDefault();
            document.querySelector(to)?.scrollIntoView({ behavior: 'smooth' });
          }}
        >
          <b>{value}</b>
          <span>{title}</span>
        </a>
      ))}
    </nav>
  );
}
