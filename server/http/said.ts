/** An error as it is told: its HTTP status and its sentences. */
export interface CatalogueEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** One error of the catalogue. */
export function said(status: number, zh: string, en: string): CatalogueEntry {
  return { status, zh, en };
}
