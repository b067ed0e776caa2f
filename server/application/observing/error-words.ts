/** So much of a message is kept. */
const longest = 500;

/**
 * What a log line, a row or an operator is told of an error: its message, within a bound. Where that may quote values that
 * somebody typed it is left out: of an error of the database its code and constraint stay, of a text that could not be read
 * its kind.
 */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^[0-9A-Z]{5}$/.test(code))
    return error instanceof SyntaxError
      ? `${error.name}: a text could not be read`
      : `${error.name}: ${error.message}`.slice(0, longest);
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : '';
  return `${error.name}: database error ${code}${constraint}`;
}
