/**
 * A time limit as a pack writes it (`limits.json`): an amount of natural or working time under a calendar, when the light
 * turns yellow, and who may stop or lengthen it. `workingDays` count whole working days of the calendar, `workingHours`
 * its opening hours.
 */
export interface TimeLimit {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly unit: TimeUnit;
  /** Calendar id; required for working units. */
  readonly calendar?: string;
  /** What is left when the light turns yellow: a share of the budget (0–1) or an amount of time. Default a quarter. */
  readonly yellow?: { readonly share: number } | Amount;
  /** The step of the work it is for; a proposal to whoever models a process. */
  readonly stage?: ClockStage;
  /** The n-th entry: who may grant the n-th extension (延期), and how much at most. Absent: none is granted. */
  readonly extensions?: readonly ExtensionRule[];
  /** Who may let it stand still (挂起); absent: it always runs. */
  readonly pause?: PauseRule;
}

export type TimeUnit = 'hours' | 'days' | 'workingHours' | 'workingDays' | 'minutes';

/** An amount of natural or working time. */
export interface Amount {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** What a clock of a user task measures: 签收, 首次响应, 办理, 核查, 回访. */
export type ClockStage = 'sign-for' | 'first-response' | 'handle' | 'verify' | 'revisit';

/** Every stage, in the order in which work goes through them. */
export const clockStages = [
  'sign-for',
  'first-response',
  'handle',
  'verify',
  'revisit',
] as const satisfies readonly ClockStage[];

/** Who may grant an extension, and its cap. */
export interface ExtensionRule {
  /** Post id. */
  readonly by: string;
  readonly most: Amount;
}

/** Who may let a clock stand still. */
export interface PauseRule {
  /** Post id. */
  readonly by: string;
  /** Natural days after which it has to be looked at again, at the latest. */
  readonly longestDays?: number;
}
