/** What a group of a foreign suite came to. */
export interface GroupResult {
  readonly suite: string;
  readonly group: string;
  readonly passed: number;
  /** A line for each that failed: which, and how it differs. */
  readonly failures: readonly string[];
  /** A line for each that is left out, with the reason. */
  readonly excluded: readonly string[];
}
