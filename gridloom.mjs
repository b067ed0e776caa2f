#!/usr/bin/env node
// `npx gridloom …` from any folder of the project. Plain JavaScript, because the machine's own Node, which may be old,
// runs this file first; everything else runs on the Node 26 that the set-up installs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url));
const cli = fileURLToPath(new URL('server/cli.ts', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= 26) {
  await import('./server/cli.ts');
} else if (existsSync(ours)) {
  const child = spawn(ours, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
} else {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  process.stderr.write(`织格 gridloom · 尚未安装，请先在项目目录运行：sh setup.sh start
织格 gridloom · Not set up yet. Run this once in ${folder}: sh setup.sh start\n`);
  process.exit(1);
}
