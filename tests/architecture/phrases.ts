import { isTest, type SourceFile } from './source-file.ts';

/** Words that must not stand in the project. */
interface Phrase {
  readonly pattern: RegExp;
  readonly why: string;
  /** Whether it concerns a file; all files when absent. */
  readonly where?: (path: string) => boolean;
}

const inCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('tests/architecture/');

/** One letter of each pattern stands in brackets, so that this list does not find itself. */
const phrases: readonly Phrase[] = [
  {
    pattern: /(?<![\w.])\/([w]ork\/(main|shared|notes|\.)|[f]arm\/|[r]oot\/|([h]ome|[U]sers)\/[\w.-]+\/)/,
    why: 'is a path of one machine',
  },
  { pattern: /[r]egistry\.(npm|yarn)|[d]eb\.debian|[p]ypi\.org/, why: 'is the address of a registry' },
  { pattern: /\b([T]ODO|[F]IXME|[X]XX|[H]ACK)\b/, why: 'is work left undone', where: inCode },
  { pattern: /@ts-(ignore|expect-error|nocheck)/, why: 'silences the compiler', where: inCode },
  { pattern: /(oxlint|eslint)-disable|oxfmt-ignore|prettier-ignore/, why: 'silences a check', where: inCode },
  { pattern: /\b(it|test|describe)\.(skip|only|todo|fails)\b/, why: 'leaves a test out', where: inCode },
  {
    pattern: /\bnew Function\(|[^\w.]eval\(/,
    why: 'runs text as code',
    where: (path) => inCode(path) && !isTest(path),
  },
  {
    pattern: /catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(\{\s*\}|undefined|null)\)/,
    why: 'ignores a failure',
    where: inCode,
  },
];

/** Where a phrase stands that must not stand in the project, as `path:line “phrase” why`. */
export function forbiddenPhrases(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const concerned = phrases.filter(({ where }) => where?.(path) ?? true);
    return concerned.flatMap(({ pattern, why }) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map((found) => {
        const line = text.slice(0, found.index).split('\n').length;
        return `${path}:${line} “${found[0]}” ${why}`;
      }),
    );
  });
}
