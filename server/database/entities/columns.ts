import { p, Type } from '@mikro-orm/core';
import type { JsonObject } from '../../kernel/json.ts';

/** First part of every key (design law 10). */
export const tenantId = () => p.uuid().primary();

/** Second part of most keys: a UUIDv7 made by the application. */
export const id = () => p.uuid().primary();

/** A column whose values are the same text in the database, in the entity and in the kernel. */
class TextAs extends Type<string, string> {
  readonly column: string;

  constructor(column: string) {
    super();
    this.column = column;
  }

  override getColumnType(): string {
    return this.column;
  }

  override compareAsType(): string {
    return 'string';
  }
}

/** An instant as the kernel writes it: ISO-8601 in UTC with milliseconds. Never a JavaScript `Date`. */
export const instant = () => p.type(new TextAs('timestamptz(3)'));

/** A local calendar date `YYYY-MM-DD`. */
export const localDate = () => p.type(new TextAs('date'));

/** A JSON object. */
export const jsonObject = () => p.json<JsonObject>();
