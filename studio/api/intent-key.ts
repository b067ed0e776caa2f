import { uuidv7 } from './uuid.ts';

/**
 * Gives the `Idempotency-Key` of an intent: the same key while the same thing is tried again, another one as soon as
 * anything about it has changed or it has succeeded.
 */
export class IntentKey {
  #intent = '';
  #key = '';

  /** The key for trying to do `intent`, any JSON value that says all of what is wanted. */
  for(intent: unknown): string {
    const wanted = JSON.stringify(intent);
    if (wanted !== this.#intent) {
      this.#intent = wanted;
      this.#key = uuidv7();
    }
    return this.#key;
  }

  /** To be called when the intent has succeeded: doing the same once more is another intent. */
  done(): void {
    this.#intent = '';
  }
}
