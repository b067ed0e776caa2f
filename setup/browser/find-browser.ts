import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A browser that can be started: its program, and what must be added to the environment for it. */
export interface Browser {
  readonly program: string;
  readonly environment: { readonly [name: string]: string };
}

const unpacked = join(import.meta.dirname, 'node_modules', '.unpacked');

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser for the journeys: the one that `setup.sh test` unpacks, so that every machine draws the same pixels with the
 * same Chinese fonts; where that one cannot run (not Linux on x64), one that is installed on the machine.
 *
 * @throws Error that says what to install when there is none
 */
export function findBrowser(): Browser {
  const program = join(unpacked, 'chromium');
  if (existsSync(program)) {
    return {
      program,
      environment: { LD_LIBRARY_PATH: join(unpacked, 'lib'), FONTCONFIG_FILE: join(unpacked, 'fonts.conf') },
    };
  }
  const other = installed.find((path) => existsSync(path));
  if (other !== undefined) return { program: other, environment: {} };
  throw new Error(
    'No browser for the journeys. Run `npm test`, which installs one on Linux x64; elsewhere install Chrome or Chromium ' +
      '(Debian: apt-get install chromium fonts-noto-cjk).',
  );
}
