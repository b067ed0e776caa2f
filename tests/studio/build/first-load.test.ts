import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const studio = fileURLToPath(new URL('../../../studio/', import.meta.url));

/** What a phone on a slow network may have to load before a page of the phone door stands, compressed. */
const LIMIT = 300_000;

let files: Map<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root: studio,
    configFile: `${studio}vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  });
  vi.unstubAllEnvs();
  const [bundle] = [built].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('nothing was built');
  files = new Map(bundle.output.map((file) => [file.fileName, file]));
}, 60_000);

describe('the phone door', () => {
  it('stands with 今日 after a small load', () => {
    expect(weight(needed([chunkOf('work.html'), chunkOf('user-tasks/TodayPage.tsx')]))).toBeLessThan(LIMIT);
  });

  it('stands with 报事件, its form included, after a small load', () => {
    expect(weight(needed([chunkOf('work.html'), chunkOf('cases/ReportPhonePage.tsx')]))).toBeLessThan(LIMIT);
  });

  it('has no page that needs what the desktop is made of', () => {
    const door = chunkOf('work.html');
    const packages = packagesIn(needed([door, ...door.dynamicImports.map(chunkNamed)]));
    expect(packages.filter((name) => ['antd', 'bpmn-js', 'diagram-js'].includes(name))).toEqual([]);
  });
});

describe('the desktop door', () => {
  it('loads the diagram only with a page that draws one', () => {
    expect(packagesIn(needed([chunkOf('index.html')]))).not.toContain('bpmn-js');
  });
});

describe('the chunks', () => {
  it('never need each other in a circle: one of them would run before what it takes from the other is there', () => {
    const circles = chunks().flatMap((chunk) =>
      chunk.imports.flatMap((name) => {
        const back = needed([chunkNamed(name)]).some(({ fileName }) => fileName === chunk.fileName);
        return back ? [`${chunk.name} needs ${chunkNamed(name).name}, which needs it`] : [];
      }),
    );
    expect(circles).toEqual([]);
  });
});

/** Some chunks and all that has to be there before they run; not what they load later. */
function needed(starts: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.map(chunkNamed).forEach(visit);
  };
  starts.forEach(visit);
  return [...found];
}

/** The chunk that begins with a module, named by the end of its path. */
function chunkOf(module: string): Rolldown.OutputChunk {
  const chunk = chunks().find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`) === true);
  if (chunk === undefined) throw new Error(`no chunk begins with ${module}`);
  return chunk;
}

function chunkNamed(name: string): Rolldown.OutputChunk {
  const file = files.get(name);
  if (file?.type !== 'chunk') throw new Error(`${name} is no chunk`);
  return file;
}

function chunks(): readonly Rolldown.OutputChunk[] {
  return [...files.values()].filter((file) => file.type === 'chunk');
}

/** Bytes over the network: scripts and their styles, compressed. */
function weight(loaded: readonly Rolldown.OutputChunk[]): number {
  const styles = new Set(loaded.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
  const sources = [...styles].map((name) => {
    const file = files.get(name);
    if (file?.type !== 'asset') throw new Error(`${name} is no style`);
    return file.source;
  });
  return [...loaded.map(({ code }) => code), ...sources].reduce((sum, source) => sum + gzipSync(source).length, 0);
}

function packagesIn(loaded: readonly Rolldown.OutputChunk[]): readonly string[] {
  const paths = loaded.flatMap(({ modules }) => Object.keys(modules));
  return [...new Set(paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []))];
}
