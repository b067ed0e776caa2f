import type { ReportForm } from './use-report-entry.ts';

/** A category as a form offers it. */
interface CategoryChoice {
  readonly value: string;
  readonly title: string;
  readonly group?: string;
}

/** The categories a case can have: those without children, each in the group of the one above it. */
export function categoryChoices(categories: ReportForm['categories']): readonly CategoryChoice[] {
  return categories.flatMap(({ id, title, children }): readonly CategoryChoice[] =>
    children.length === 0
      ? [{ value: id, title }]
      : children.map((child) => ({ value: child.id, title: child.title, group: title })),
  );
}

/** One line that says what is reported: its words, cut, and where. */
export function reportTitle(data: Readonly<Record<string, unknown>>): string {
  const [words, place] = [data['description'], data['place']].map((value) =>
    typeof value === 'string' ? value.trim() : '',
  );
  const short = words !== undefined && words.length > 24 ? `${words.slice(0, 24)}…` : (words ?? '');
  return [short, place].filter((part) => part !== '').join(' · ');
}
