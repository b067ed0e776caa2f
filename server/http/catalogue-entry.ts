/** An error as it is told: its HTTP status and its sentences. */
export interface CatalogueEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** One error: its status, what is said in Chinese, what is said in English. */
export function said(status: number, zh: string, en: string): CatalogueEntry {
  return { status, zh, en };
}
