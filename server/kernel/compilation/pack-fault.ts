/** What is wrong in a pack: which file, where in it, and in both languages what to do about it. */
export interface PackFault {
  /** Stable, kebab-case; listed in `README.md`. */
  readonly code: string;
  /** With an error the pack cannot be published; a warning asks for a look. */
  readonly severity: 'error' | 'warning';
  readonly pack: string;
  /** Path inside the pack's folder, or empty when the folder itself is meant. */
  readonly file: string;
  /** JSON pointer into a JSON file, element id in a BPMN or DMN file; empty when the whole file is meant. */
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

/** Where something is written. */
export interface Located {
  readonly pack: string;
  readonly file: string;
  /** JSON pointer or element id. */
  readonly place: string;
}

/** The sentence of a fault in both languages. */
export interface FaultText {
  readonly zh: string;
  readonly en: string;
}

/** An error at a place; `below` goes on from the place as a JSON pointer (`/limit`). */
export function errorAt(at: Located, code: string, text: FaultText, below = ''): PackFault {
  return { code, severity: 'error', pack: at.pack, file: at.file, place: at.place + below, ...text };
}

/** A warning at a place. */
export function warningAt(at: Located, code: string, text: FaultText, below = ''): PackFault {
  return { ...errorAt(at, code, text, below), severity: 'warning' };
}

/** Whether any of the faults keeps the pack from being published. */
export function hasErrors(faults: readonly PackFault[]): boolean {
  return faults.some((fault) => fault.severity === 'error');
}
