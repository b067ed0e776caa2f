/** What the server thread asks of the thread that holds the embedded database. Answers come back in the same order. */
export type PgliteRequest =
  | { readonly id: number; readonly do: 'query'; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly id: number; readonly do: 'script'; readonly sql: string }
  | { readonly id: number; readonly do: 'close' };

/** The parts of a database error that decide what happens next; `code` is the SQL state. */
export interface PgliteFailure {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
}

export type PgliteResponse =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly id: number; readonly failure: PgliteFailure };

/** Where the embedded database keeps its files; null keeps it in memory. */
export interface PgliteStart {
  readonly directory: string | null;
}
