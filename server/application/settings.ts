import { resolve } from 'node:path';

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
}

/**
 * Reads `PORT`, `HOST`, `DATA_DIR`, `DATABASE_URL`, `PLUGIN_HOSTS` and `METRICS_TOKEN`: the only place that looks at the environment, for the program and
 * for the terminal's commands.
 *
 * @throws Error with a sentence in both languages when `PORT` is no port
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
  };
}

/** True when only this machine can reach an address, so that a trial without passwords harms nobody. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
