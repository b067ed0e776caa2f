/** A room of the house: a folder, and what its files may import besides each other. */
export interface Room {
  /** From the project's folder; `*` stands for one folder of any name. */
  readonly path: string;
  /** Paths of files or folders; a folder stands for all that lies in it, with `/` at the end only for its own files. */
  readonly mayImport: readonly string[];
  /** When given, the only packages that the room may import. */
  readonly packages?: readonly string[];
  /** The folder whose README speaks for the room, when it is not the room's own. */
  readonly readme?: string;
}

/** The words every room of the kernel speaks: the files that lie in its folder itself. They import nothing. */
const words = 'server/kernel/';

/** The rooms of the kernel that say what a notation means; each stands on its own or on those above it. */
const notations = [
  words,
  'server/kernel/feel',
  'server/kernel/dmn',
  'server/kernel/calendar',
  'server/kernel/organization',
  'server/kernel/forms',
  'server/kernel/bpmn',
  'server/kernel/release',
];

/** What the studio's feature rooms stand on. They never import each other: the shell shows them side by side. */
const studioGround = [
  'studio/api',
  'studio/ui',
  'studio/form-view',
  'studio/translations',
  'server/http/contract',
  'server/kernel',
];

/**
 * Who may import whom. A file belongs to the room with the longest matching path.
 *
 * Three floors: the pure kernel ← the use cases (with packs and the database beside them) ← the doors. Nothing imports
 * upwards, and nobody imports what wires the house (server/main.ts, server/cli.ts).
 */
export const rooms: readonly Room[] = [
  { path: 'server/kernel', mayImport: [], packages: [] },
  { path: 'server/kernel/feel', mayImport: [words], packages: ['lezer-feel', 'decimal.js', 're2js'] },
  { path: 'server/kernel/dmn', mayImport: [words, 'server/kernel/feel'], packages: ['dmn-moddle'] },
  { path: 'server/kernel/calendar', mayImport: [words], packages: [] },
  { path: 'server/kernel/organization', mayImport: [words], packages: [] },
  {
    path: 'server/kernel/forms',
    mayImport: [words, 'server/kernel/feel'],
    packages: ['ajv', 'ajv-formats', '@cfworker/json-schema', 're2js'],
  },
  {
    path: 'server/kernel/bpmn',
    mayImport: [words, 'server/kernel/feel', 'server/kernel/dmn', 'server/kernel/calendar'],
    packages: ['bpmn-moddle', 'zeebe-bpmn-moddle'],
  },
  { path: 'server/kernel/release', mayImport: notations, packages: [] },
  { path: 'server/kernel/cases', mayImport: notations, packages: [] },
  { path: 'server/kernel/ladders', mayImport: notations, packages: [] },
  { path: 'server/kernel/meetings', mayImport: notations, packages: [] },
  {
    path: 'server/kernel/jobs',
    mayImport: [...notations, 'server/kernel/cases', 'server/kernel/ladders', 'server/kernel/meetings'],
    packages: [],
  },
  { path: 'server/kernel/operations', mayImport: notations, packages: [] },
  { path: 'server/kernel/world', mayImport: ['server/kernel'], packages: [] },
  { path: 'server/kernel/simulation', mayImport: ['server/kernel'], packages: [] },
  // Above the world, because files of packs hold scenarios too.
  { path: 'server/kernel/compilation', mayImport: ['server/kernel'], packages: [] },
  { path: 'server/packs', mayImport: ['server/kernel', 'definitions/schema'] },
  { path: 'server/database', mayImport: ['server/kernel'] },
  {
    path: 'server/application',
    mayImport: ['server/kernel', 'server/packs', 'server/database', 'server/plugins/contract.ts'],
  },
  {
    path: 'server/jobs',
    mayImport: ['server/kernel', 'server/application', 'server/database', 'server/plugins/contract.ts'],
  },
  { path: 'server/schedules', mayImport: ['server/kernel', 'server/application', 'server/database'] },
  { path: 'server/http/contract', mayImport: ['server/kernel'], packages: ['typebox'] },
  { path: 'server/http', mayImport: ['server/http/contract', 'server/kernel', 'server/packs', 'server/application'] },
  // What plugins and use cases know of each other lies below both.
  { path: 'server/plugins/contract.ts', mayImport: ['server/kernel'], packages: [], readme: 'server/plugins' },
  {
    path: 'server/plugins',
    mayImport: ['server/kernel', 'server/packs', 'server/application', 'server/plugins/contract.ts'],
  },
  {
    path: 'server/commands',
    mayImport: ['server/kernel', 'server/packs', 'server/application', 'server/database', 'server/plugins'],
  },
  { path: 'server', mayImport: ['server'] },
  { path: 'plugins/*', mayImport: ['server/plugins/contract.ts', 'studio/shell/plugin-slots.ts'] },
  // Other departments take it along: nothing of it depends on a package, and of the program it knows types only.
  { path: 'client', mayImport: ['server/http/contract'], packages: [] },
  { path: 'studio/translations', mayImport: [] },
  { path: 'studio/api', mayImport: ['studio/translations', 'server/http/contract', 'server/kernel'] },
  { path: 'studio/ui', mayImport: ['studio/translations', 'server/http/contract', 'server/kernel'] },
  {
    path: 'studio/form-view',
    mayImport: ['studio/api', 'studio/ui', 'studio/translations', 'server/kernel', 'server/http/contract'],
  },
  { path: 'studio/shell', mayImport: ['studio', 'server/http/contract', 'server/kernel'] },
  { path: 'studio/build', mayImport: [], readme: 'studio' },
  // Reads the files of a draft against the same schemas as the server, interpreted instead of compiled.
  { path: 'studio/simulator', mayImport: [...studioGround, 'definitions/schema'] },
  // The editors ask what the schemas of definitions say: they come with the program, so they are built in.
  {
    path: 'studio/definition-editor',
    mayImport: [...studioGround, 'definitions/schema', 'definitions/post-templates'],
  },
  { path: 'studio/*', mayImport: studioGround },
  { path: 'studio', mayImport: ['studio'] },
  { path: 'definitions', mayImport: [] },
  { path: 'setup', mayImport: [] },
  { path: 'tests', mayImport: ['server', 'studio', 'plugins', 'client', 'setup', 'definitions'] },
  { path: '', mayImport: ['tests/suites.ts', 'server/cli.ts'] },
];

/** How much a file and a function may hold, in lines that are neither empty nor a comment. */
export const limits = { codeFile: 400, testFile: 600, function: 60 };

/** A file or function (`path#name`) that may be longer than the limit, and why. */
export interface SizeException {
  readonly what: string;
  readonly because: string;
}

export const sizeExceptions: readonly SizeException[] = [];

/** Words that say nothing: no file, folder or exported name has them as a part. */
export const emptyWords = 'util utils helper helpers common shared lib core misc base manager service services'.split(
  ' ',
);

/** Names in which an empty word is a term of BPMN or of the design, and so says something. */
export const namedByOthers = [/service-?tasks?/gi, /^definitions\/base(\/|$)/g];

/** Names that are empty as a whole: a drawer of types, a bare task, a barrel. */
export const emptyNames = ['types', 'type', 'interfaces', 'constants', 'task', 'tasks', 'index'];
