/** A value as an input shows it; what is neither text nor number shows nothing. */
export function textValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What the form gets for a text: an empty one is no answer. */
export function textOrNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
