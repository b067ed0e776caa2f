export type Values = Readonly<Record<string, string | number>>;

/**
 * Puts values into the places `{name}` of a sentence. A place without a value stays as it is, so that a forgotten one
 * is seen instead of leaving a hole.
 */
export function fill(sentence: string, values: Values = {}): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
