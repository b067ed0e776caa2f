import type { JsonObject } from '../../kernel/json.ts';

/** An instance as its rows hold it: its own with the root scope, and the other scopes. */
export interface StoredParts {
  readonly own: JsonObject;
  readonly scopes: readonly JsonObject[];
}

/** The form this program writes. Raise it with an upgrade from the one before, and record today's instances first. */
export const currentFormat = 1;

/**
 * From each format to the next. An instance of an older format is upgraded whole when a command locks it, and written in
 * the new form; a read upgrades what it read. They stay for ever: a case may wait for years.
 */
export const instanceUpgrades: ReadonlyMap<number, (stored: StoredParts) => StoredParts> = new Map();
