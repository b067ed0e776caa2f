import type { Json } from '../../kernel/json.ts';

/** A value as it is written: a text as it is, anything else as JSON, nothing as no text. */
export function written(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
