/** A command of `gridloom` for implementers and operators. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, exit codes. */
  readonly usage: string;
  /**
   * Runs the command.
   *
   * @param args what stands after the command's name
   * @returns the exit code
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Says why a command could not be begun, in both languages, and how to use it. @returns exit code 1 */
export function misused(command: Pick<CliCommand, 'usage'>, zh: string, en: string): number {
  process.stderr.write(`${zh}\n${en}\n\n${command.usage}\n`);
  return 1;
}

/** Prints a value as JSON for programs. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
