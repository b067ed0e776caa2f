const DAY_MS = 86_400_000;

/** The local date so many days after one. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
