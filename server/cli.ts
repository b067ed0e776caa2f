import { backupCommand } from './commands/backup.ts';
import { cancelCommand } from './commands/cancel.ts';
import { demoCommand } from './commands/demo.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { incidentsCommand } from './commands/incidents.ts';
import { installCommand } from './commands/install.ts';
import { restoreCommand } from './commands/restore.ts';
import { instanceCommand } from './commands/instance.ts';
import { instancesCommand } from './commands/instances.ts';
import { limitCommand } from './commands/limit.ts';
import { messageCommand } from './commands/message.ts';
import { migrateCommand } from './commands/migrate.ts';
import { moveCommand } from './commands/move.ts';
import { peopleCommand } from './commands/people.ts';
import { resumeCommand } from './commands/resume.ts';
import { retryCommand } from './commands/retry.ts';
import { runCommand } from './commands/run.ts';
import { setVariablesCommand } from './commands/set-variables.ts';
import { signalCommand } from './commands/signal.ts';
import { skipCommand } from './commands/skip.ts';
import { suspendCommand } from './commands/suspend.ts';
import { testCommand } from './commands/test.ts';
import { typesCommand } from './commands/form-types.ts';
import { validateCommand } from './commands/validate.ts';
import { problemFor } from './http/problems.ts';
import { workerCommand } from './commands/worker.ts';
import type { CliCommand } from './commands/cli-command.ts';

const commands: readonly CliCommand[] = [
  validateCommand,
  testCommand,
  runCommand,
  diffCommand,
  limitCommand,
  typesCommand,
  installCommand,
  exportCommand,
  peopleCommand,
  demoCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  instancesCommand,
  instanceCommand,
  incidentsCommand,
  retryCommand,
  skipCommand,
  setVariablesCommand,
  cancelCommand,
  suspendCommand,
  resumeCommand,
  moveCommand,
  migrateCommand,
  messageCommand,
  signalCommand,
  workerCommand,
];

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);

if (command && args.some((arg) => arg === '--help' || arg === '-h')) process.stdout.write(`${command.usage}\n`);
else if (command) process.exitCode = await command.run(args).catch(said);
else {
  const asked = name === undefined || name === '--help' || name === '-h' || name === 'help';
  const lines = commands.map((candidate) => `  ${candidate.name.padEnd(13)} ${candidate.summary}`);
  const text = `${asked ? '' : `没有命令「${name}」。There is no command "${name}".\n\n`}用法 Usage: gridloom <command> [options]\n\n${lines.join('\n')}\n\ngridloom <command> --help 看详细用法 for details\n`;
  (asked ? process.stdout : process.stderr).write(text);
  process.exitCode = asked ? 0 : 1;
}

/** Says in both languages why a command ended in an error of the catalogue; a bug shows where it is. */
function said(error: unknown): number {
  const { code, zh, en } = problemFor(error);
  if (code === 'bug') throw error;
  process.stderr.write(`没做成：${zh}\n${en} (${code})\n`);
  return 1;
}
