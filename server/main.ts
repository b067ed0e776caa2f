import { pino } from 'pino';
import { firstPack, packArgument } from './packs/pack-argument.ts';
import { phoneDoor } from './http/phone-door.ts';
import { problemFor } from './http/problems.ts';
import { correlated } from './application/observing/correlation.ts';
import { isLoopback, readSettings } from './application/settings.ts';
import { startServer, type RunningServer } from './start-server.ts';

const say = (line: string): void => void process.stdout.write(`织格 gridloom · ${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = pino({ level: settings.logLevel }, linesTogether());
  const server = await startServer(settings, {
    clock: { offsetMs: () => 0 },
    say,
    log: {
      info: (facts, message) => logger.info(correlated(facts), message),
      warn: (facts, message) => logger.warn(correlated(facts), message),
      error: (facts, message) => logger.error(correlated(facts), message),
    },
    packs: { find: packArgument(firstPack).find, first: firstPack },
  });
  introduce(server, settings);
  stopOnSignal(server);
}

/** How long a line may wait for others: a write for each would cost a busy program a tenth of its time. */
const togetherMs = 100;

/** Log lines in pieces. What was logged in the last moment before the process is killed from outside is lost. */
function linesTogether(): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: 2, sync: true, minLength: 8192 });
  setInterval(() => destination.flushSync(), togetherMs).unref();
  process.on('exit', () => destination.flushSync());
  return destination;
}

function introduce(server: RunningServer, settings: ReturnType<typeof readSettings>): void {
  say(
    settings.databaseUrl === null
      ? `内置数据库在 ${settings.dataDir}，供试用：程序意外退出不丢数据，断电可能丢。Embedded database, for trial: survives process death, not power loss.`
      : '数据库是 PostgreSQL。The database is PostgreSQL.',
  );
  if (server.context.demo)
    say('演示环境：人物和事件都是虚构的，登录页点一位就能进入。Demo mode: invented people sign in with one click.');
  if (server.setupCode !== null) say(`建立第一位管理员的安装码 code for the first administrator: ${server.setupCode}`);
  say(`电脑 desktop: ${server.url}    手机 phone: ${server.url}/work`);
  if (!isLoopback(settings.host)) for (const row of phoneDoor(settings).picture) process.stdout.write(`${row}\n`);
}

/** A terminal may send the signal twice (Ctrl-C reaches npm and us): the first one counts. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void server.stop().then(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (error) {
  const { code, zh, en } = problemFor(error);
  const why = code === 'bug' ? (error instanceof Error ? error.message : String(error)) : `${zh} ${en} (${code})`;
  process.stderr.write(`织格 gridloom · 没能启动 could not start: ${why}\n`);
  process.exit(1);
}
