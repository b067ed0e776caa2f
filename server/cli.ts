import { demoCommand } from './commands/demo.ts';
import { diffCommand } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { installCommand } from './commands/install.ts';
import { runCommand } from './commands/run.ts';
import { testCommand } from './commands/test.ts';
import { typesCommand } from './commands/form-types.ts';
import { validateCommand } from './commands/validate.ts';
import { workerCommand } from './commands/worker.ts';
import type { CliCommand } from './commands/cli-command.ts';

const commands: readonly CliCommand[] = [
  validateCommand,
  testCommand,
  runCommand,
  diffCommand,
  typesCommand,
  installCommand,
  exportCommand,
  demoCommand,
  workerCommand,
];

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);

if (command && args.some((arg) => arg === '--help' || arg === '-h')) process.stdout.write(`${command.usage}\n`);
else if (command) process.exitCode = await command.run(args);
else {
  const asked = name === undefined || name === '--help' || name === '-h' || name === 'help';
  const lines = commands.map((candidate) => `  ${candidate.name.padEnd(10)} ${candidate.summary}`);
  const text = `${asked ? '' : `没有命令「${name}」。There is no command "${name}".\n\n`}用法 Usage: gridloom <command> [options]\n\n${lines.join('\n')}\n\ngridloom <command> --help 看详细用法 for details\n`;
  (asked ? process.stdout : process.stderr).write(text);
  process.exitCode = asked ? 0 : 1;
}
