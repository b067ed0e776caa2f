import type { Context, Log } from '../application/context.ts';
import { openContext } from '../application/open-context.ts';
import { readSettings } from '../application/settings.ts';
import type { OperationOutcome, TerminalOperation } from '../application/terminal/terminal-operations.ts';
import { callRunningServer } from '../database/local-socket/call-running-server.ts';
import type { PackFinder } from '../kernel/compilation/pack-chain.ts';
import { isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';
import { installedPlugins } from '../plugins/installed-plugins.ts';
import { firstPack, packArgument } from '../packs/pack-argument.ts';

/** How the database is opened when no program runs. */
interface DatabaseWishes {
  /** The pack an empty database gets. */
  readonly first?: { readonly id: string; readonly find: PackFinder };
  /** Nothing is written: no migration, no pack. */
  readonly asItIs?: boolean;
}

/**
 * Does an operation on the database of `DATABASE_URL` or `DATA_DIR`. While the program runs on the embedded database, it
 * is asked through its local socket; else the database is opened here.
 *
 */
export async function withDatabase(
  operation: TerminalOperation,
  input: JsonObject,
  report: (progress: string) => void,
  wishes: DatabaseWishes = {},
): Promise<OperationOutcome> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null) {
    const called = await callRunningServer(settings.dataDir, operation.name, input, report);
    if (called.kind === 'answer') return outcomeOf(called.answer);
    if (called.kind === 'problem') return { ok: false, zh: called.problem.zh, en: called.problem.en };
  }
  return withContext(wishes, (context, installed) =>
    operation.run(context, { ...input, emptyBefore: installed, databaseUrl: settings.databaseUrl }, report),
  );
}

/** Opens the database of `DATABASE_URL` or `DATA_DIR` here, for work, and closes it. @throws DataDirectoryInUse, DatabaseUnavailable */
export async function withContext<T>(
  { first = packArgument(firstPack), asItIs = false }: DatabaseWishes,
  work: (context: Context, installed: boolean) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env);
  // A job of a plugin that is off is passed as its plugin.json says, in the terminal as in the server.
  const plugins = await installedPlugins(settings.pluginHosts, quiet);
  try {
    const { context, installed } = await openContext({
      ...settings,
      plugins,
      clock: { offsetMs: () => 0 },
      demo: false,
      log: quiet,
      packs: { find: first.find, first: first.id },
      wake: () => undefined,
      asItIs,
    });
    try {
      return await work(context, installed);
    } finally {
      await context.database.close();
    }
  } finally {
    await plugins.stop();
  }
}

const quiet: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
};

function outcomeOf(answer: Json): OperationOutcome {
  const fields = isJsonObject(answer) ? answer : {};
  return {
    ok: fields['ok'] === true,
    zh: textIn(fields['zh']),
    en: textIn(fields['en']),
    ...(fields['answer'] === undefined ? {} : { answer: fields['answer'] }),
  };
}
