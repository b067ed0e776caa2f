/** A suite: the test files that are run together, and what they are given. */
export interface Suite {
  readonly name: string;
  /** One line for people: what the suite promises. */
  readonly about: string;
  /** The folders below tests/ that belong to it; a test folder that belongs to none fails the architecture tests. */
  readonly folders: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly database: 'none' | 'pglite' | 'postgres';
  readonly secondsPerTest: number;
  /** Whether each file has a process of its own; else the two that run them go on with what they have compiled. */
  readonly isolated: boolean;
  /** Whether two files run beside each other. Not where a file keeps both cores busy by itself with servers that start anew. */
  readonly beside: boolean;
}

const pure = ['architecture', 'setup', 'kernel', 'packs', 'definitions', 'studio', 'recordings'];
const server = ['database', 'application', 'jobs', 'schedules', 'commands', 'harness'];
const doors = ['http', 'plugins', 'client'];

/** The files in folders below tests/ whose names end in the given ending. */
function filesIn(folders: readonly string[], ending = '.test.{ts,tsx}'): string[] {
  return folders.map((folder) => `tests/${folder}/**/*${ending}`);
}

/**
 * All suites, in the order in which they are run: the quick ones first, so that a fault is seen early.
 *
 * What is in the server's folders runs twice, on PGlite and on PostgreSQL; a file named `*.postgres.test.ts` runs on
 * PostgreSQL only, because it needs two connections that race. What promises something of the doors (what is asked, what
 * is answered, what a plugin may) runs on PostgreSQL only: each statement behind them is run on both by the rooms below,
 * and the journeys walk through the same doors on PGlite. Twice they were a third of the whole run.
 */
export const suites: readonly Suite[] = [
  {
    name: 'unit',
    about: 'the laws of the house, and everything that needs no database',
    folders: pure,
    include: filesIn(pure),
    exclude: [],
    database: 'none',
    secondsPerTest: 20,
    isolated: false,
    beside: true,
  },
  {
    name: 'server',
    about: 'the server on the embedded database',
    folders: server,
    include: filesIn(server),
    exclude: filesIn(server, '.postgres.test.ts'),
    database: 'pglite',
    secondsPerTest: 60,
    isolated: false,
    beside: true,
  },
  {
    name: 'postgres',
    about: 'the same on PostgreSQL with the doors, and what happens when two commands race',
    folders: [...server, ...doors],
    include: filesIn([...server, ...doors]),
    exclude: [],
    database: 'postgres',
    secondsPerTest: 60,
    isolated: false,
    beside: true,
  },
  {
    name: 'faults',
    about: 'processes are killed, and nothing acknowledged is lost',
    folders: ['faults'],
    include: filesIn(['faults']),
    exclude: [],
    database: 'postgres',
    secondsPerTest: 300,
    isolated: true,
    beside: false,
  },
  {
    name: 'journeys',
    about: 'walks through the browser, end to end',
    folders: ['journeys'],
    include: filesIn(['journeys']),
    exclude: [],
    database: 'none',
    secondsPerTest: 180,
    isolated: false,
    beside: true,
  },
];
