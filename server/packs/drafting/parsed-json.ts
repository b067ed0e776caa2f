import type { Json } from '../../kernel/json.ts';

/** The value of a JSON text; undefined when it is none, which reading the pack reports. */
export function parsedJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
