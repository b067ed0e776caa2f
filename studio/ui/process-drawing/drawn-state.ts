/** Where a process is: what is done, the way taken, and where its tokens are now. */
export interface DrawnState {
  readonly tokens: readonly DrawnToken[];
  /** Elements that were left. */
  readonly visited: readonly string[];
  /** Sequence flows that were taken. */
  readonly flows: readonly string[];
}

export interface DrawnToken {
  readonly element: string;
  readonly light: 'green' | 'yellow' | 'red' | 'paused' | null;
  /** It is stuck there; in a sentence when there is room for one. */
  readonly incident: boolean | string;
  /** Whose it is; empty where nobody is asked. */
  readonly holder: string;
}
