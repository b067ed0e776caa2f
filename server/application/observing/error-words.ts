/**
 * What a log line says of an error: its message, or, of an error of the database, whose message may quote values that
 * somebody typed, only its code and constraint.
 */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^[0-9A-Z]{5}$/.test(code)) return `${error.name}: ${error.message}`;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : '';
  return `${error.name}: database error ${code}${constraint}`;
}
