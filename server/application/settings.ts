import { resolve } from 'node:path';
import type { HistoryTerms } from './upkeep/drop-passed-history.ts';

/** What a newcomer can set, and nothing else. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database, the photos and the local socket. */
  readonly dataDir: string;
  /** PostgreSQL 15 or newer; null means the embedded database. */
  readonly databaseUrl: string | null;
  /** Hosts plugins may send to, as the operator wrote them; none unless they are named. */
  readonly pluginHosts: string;
  /** Who has this may read `/metrics` from another machine; null: only this machine may. */
  readonly metricsToken: string | null;
  /** What is written to the log: `info` has a line for each request and command. */
  readonly logLevel: LogLevel;
  /** Months each class of history is kept; a class that is not named is kept for ever. */
  readonly historyTerms: HistoryTerms;
}

const logLevels = ['debug', 'info', 'warn', 'error'] as const;
type LogLevel = (typeof logLevels)[number];

/**
 * Reads `PORT`, `HOST`, `DATA_DIR`, `DATABASE_URL`, `PLUGIN_HOSTS`, `METRICS_TOKEN`, `LOG_LEVEL` and `HISTORY_MONTHS`: the only place that looks at the environment, for the program and
 * for the terminal's commands.
 *
 * @throws Error with a sentence in both languages when `PORT` or `HISTORY_MONTHS` cannot be read
 */
export function readSettings(environment: { readonly [name: string]: string | undefined }): Settings {
  const port = Number(environment['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `PORT=${environment['PORT']} 不是端口号，请写 1 到 65535 之间的整数。PORT is no port; give a whole number from 1 to 65535.`,
    );
  }
  return {
    port,
    host: environment['HOST']?.trim() || '127.0.0.1',
    dataDir: resolve(environment['DATA_DIR']?.trim() || 'data'),
    databaseUrl: environment['DATABASE_URL']?.trim() || null,
    pluginHosts: environment['PLUGIN_HOSTS'] ?? '',
    metricsToken: environment['METRICS_TOKEN']?.trim() || null,
    logLevel: logLevels.find((level) => level === environment['LOG_LEVEL']?.trim()) ?? 'warn',
    historyTerms: termsIn(environment['HISTORY_MONTHS'] ?? ''),
  };
}

/** `case=120,meeting=60`: months by class. */
function termsIn(text: string): HistoryTerms {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [, retentionClass, months] = /^\s*(case|meeting|action-item|other)\s*=\s*(\d{1,4})\s*$/.exec(part) ?? [];
      if (retentionClass === undefined || Number(months) < 1)
        throw new Error(
          `HISTORY_MONTHS 里的「${part}」看不懂，请写 case=120,meeting=60,action-item=60,other=24 这样。HISTORY_MONTHS: "${part}" cannot be read; write it like case=120,meeting=60,action-item=60,other=24.`,
        );
      return [retentionClass, Number(months)];
    }),
  );
}

/** True when only this machine can reach an address, so that a trial without passwords harms nobody. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
