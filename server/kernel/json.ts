/** A value that survives `JSON.parse(JSON.stringify(value))` unchanged: what variables, events and rows may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object; variables and form data are always one. */
export type JsonObject = { readonly [key: string]: Json };

/** An instant as ISO-8601 in UTC with milliseconds (`2026-09-10T01:12:00.000Z`), so that text order is time order. */
export type Instant = string;

/** True for a plain JSON object (neither null nor an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is read as an instant: what an operator has set by hand may be anything. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** The text a value is; no text when it is something else or not there. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** True for a JSON array; unlike `Array.isArray` it keeps the type of the elements. */
export function isJsonArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value of a JSON text; undefined when it is none. */
export function parsedJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
