import type { LocatedFault } from '../../packs/drafting/locate-fault.ts';

/** Files of packs as they are handed to the examining thread, the most general pack first. */
export interface ExaminedPacks {
  readonly packs: readonly { readonly id: string; readonly files: readonly ExaminedFile[] }[];
}

interface ExaminedFile {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** What is examined: the area's own packs, and those of areas below that would follow. */
export interface ExaminationTask extends ExaminedPacks {
  readonly below: readonly (ExaminedPacks & { readonly area: string })[];
}

/** A scenario that ended otherwise than it says. */
export interface ScenarioReport {
  readonly scenario: string;
  readonly title: string;
  readonly step: number;
  readonly zh: string;
  readonly en: string;
}

/** What the examining thread tells while it works, and at its end. */
export type ExaminationMessage =
  | { readonly at: string; readonly done: number; readonly total: number }
  | { readonly report: ExaminationReport };

/** What an examination found. */
export interface ExaminationReport {
  /** Hash of the release; null when it does not compile. */
  readonly hash: string | null;
  readonly problems: readonly LocatedFault[];
  readonly failures: readonly ScenarioReport[];
  /** Checks and scenarios gone through. */
  readonly total: number;
}
