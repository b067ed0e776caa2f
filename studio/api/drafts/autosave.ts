import { mayPass, type ProblemRecord, problemOf } from '../problem-error.ts';

/** How long nothing may be typed before it is saved, and how long somebody may type without anything being saved. */
const QUIET = 800;
const LONGEST = 5_000;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

/** `held`: it must not be written before somebody decided. */
type Outcome = 'saved' | 'held';

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

interface AutosaveOptions<Value> {
  /** Writes a value; throws a ProblemError when it was refused or did not arrive. */
  readonly write: (value: Value) => Promise<Outcome>;
  /** Told of every change of the state, with the reason when it failed. */
  readonly tell: (saving: Saving, problem: ProblemRecord | null) => void;
}

/**
 * Saves what somebody edits: the newest value wins, one write at a time, again and again while the server cannot be
 * reached. What has not been written is never given up.
 */
export class Autosave<Value> {
  readonly #options: AutosaveOptions<Value>;
  #newest: { readonly value: Value } | null = null;
  #bell: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #failures = 0;
  #running: Promise<void> | null = null;
  #held = false;

  constructor(options: AutosaveOptions<Value>) {
    this.#options = options;
  }

  /** True while something is not on the server yet. */
  get unsaved(): boolean {
    return this.#newest !== null;
  }

  /** Takes a newer value, to be written when nothing newer has come for a moment. */
  put(value: Value): void {
    this.#newest = { value };
    if (this.#held) return;
    this.#waitingSince ??= Date.now();
    if (this.#running === null) this.#options.tell('waiting', null);
    this.#ring(Math.min(QUIET, Math.max(0, this.#waitingSince + LONGEST - Date.now())));
  }

  /** Writes now what waits, also after a failure; true when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#bell);
    this.#running ??= this.#writeAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
    return this.#newest === null;
  }

  /** Ends a hold: goes on with the newest value, or, with `drop`, without it. */
  release({ drop }: { readonly drop: boolean }): void {
    this.#held = false;
    if (drop) {
      this.#newest = null;
      this.#options.tell('saved', null);
    } else void this.flush();
  }

  /** Forgets what waits and rings no more. */
  end(): void {
    clearTimeout(this.#bell);
    this.#newest = null;
  }

  #ring(after: number): void {
    clearTimeout(this.#bell);
    this.#bell = setTimeout(() => void this.flush(), after);
  }

  async #writeAll(): Promise<void> {
    while (this.#newest !== null && !this.#held) {
      const taken = this.#newest;
      this.#waitingSince = null;
      this.#options.tell('saving', null);
      // One write after the other is the promise of this class.
      if (!(await this.#tryToWrite(taken.value))) return;
      if (this.#newest === taken && !this.#held) this.#newest = null;
    }
    if (this.#newest === null) this.#options.tell('saved', null);
  }

  async #tryToWrite(value: Value): Promise<boolean> {
    try {
      this.#held = (await this.#options.write(value)) === 'held';
      this.#failures = 0;
      if (this.#held) this.#options.tell('conflict', null);
      return true;
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.#options.tell('failed', problem);
      if (mayPass(problem)) this.#ring(Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#failures));
      this.#failures += 1;
      return false;
    }
  }
}
