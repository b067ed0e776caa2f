import type { ReactElement } from 'react';
import './template-list.css';

interface TemplateLine {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** What belongs to a kind of thing, one line each, with the one looked at marked. */
export function TemplateList({
  title,
  lines,
  chosen,
}: {
  readonly title: string;
  readonly lines: readonly TemplateLine[];
  readonly chosen: string;
}): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section className="gl-template">
      <h3>{title}</h3>
      <ul>
        {lines.map(({ id, title: name, says }) => (
          <li key={id} aria-current={id === chosen ? 'true' : undefined}>
            <span>{name}</span>
            <span className="quiet">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
