import { spawn } from 'node:child_process';

// `npm run dev`: the server restarts and the studio is built again whenever a file is saved; both end together.

const programs = [
  ['vite', 'build', 'studio', '--watch', '--logLevel', 'warn'],
  ['node', '--watch', 'server/main.ts'],
];

const children = programs.map(([program, ...args]) => spawn(program ?? '', args, { stdio: 'inherit' }));

/** Ends every program with the signal that this one was ended with, or because one of them ended. */
function stopAll(signal: NodeJS.Signals): void {
  for (const child of children) child.kill(signal);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopAll);
for (const child of children) child.on('exit', () => stopAll('SIGTERM'));
