/** What all flow nodes share, read once before the type is looked at. */
export interface NodeShape {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly parent: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly stage?: string;
}
