import { p } from '@mikro-orm/core';
import type { JsonObject } from '../../kernel/json.ts';

/** First part of every key (design law 10). */
export const tenantId = () => p.uuid().primary();

/** Second part of most keys: a UUIDv7 made by the application. */
export const id = () => p.uuid().primary();

/** An instant as the kernel writes it: ISO-8601 in UTC with milliseconds. Never a JavaScript `Date`. */
export const instant = () => p.string().columnType('timestamptz(3)');

/** A local calendar date `YYYY-MM-DD`. */
export const localDate = () => p.string().columnType('date');

/** A JSON object. */
export const jsonObject = () => p.json<JsonObject>();
