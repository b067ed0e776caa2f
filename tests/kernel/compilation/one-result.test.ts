import { expect, test } from 'vitest';
import { compilePack } from '../../../server/packs/compile-pack.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import { packArgument } from '../../../server/packs/pack-argument.ts';
import { compileDraft } from '../../../studio/simulator/compile-draft.ts';
import { draftFilesOf, withFile } from './draft-files.ts';

const pack = 'tianshui-xiguan';
const atOnce = async (): Promise<void> => undefined;

test('The browser compiles the files of a pack to what the server would publish.', async () => {
  const published = await compilePack(pack, packArgument(pack).find);
  const draft = await compileDraft(await draftFilesOf(pack), atOnce);
  expect(draft?.faults).toEqual([]);
  expect(draft && comparable(draft.release)).toEqual(published.release && comparable(published.release));
});

test('A file that does not fit its schema stays out of a run, and the rest of the draft runs.', async () => {
  const files = withFile(await draftFilesOf(pack), 'ladders/case-overdue.json', (text) =>
    text.replace('"rungs"', '"steps"'),
  );
  const draft = await compileDraft(files, atOnce);
  expect(draft?.faults.map(({ file, code }) => [file, code])).toEqual([['ladders/case-overdue.json', 'shape-value']]);
  expect(draft?.release.ladders.has('case-overdue')).toBe(false);
  expect(draft?.release.processes.has('case-handling')).toBe(true);
});

test('A drawing that does not compile is told with its element.', async () => {
  const files = withFile(await draftFilesOf(pack), 'processes/case-handling.bpmn', (text) =>
    text.replace(/ default="[^"]*"/, ''),
  );
  const faults = (await compileDraft(files, atOnce))?.faults ?? [];
  expect(faults[0]).toMatchObject({ file: 'processes/case-handling.bpmn', severity: 'error' });
  expect(faults[0]?.place).not.toBe('');
});

test('Without a pack.json there is nothing to run.', async () => {
  const files = withFile(await draftFilesOf(pack), 'pack.json', () => null);
  expect(await compileDraft({ ...files, packs: files.packs.filter(({ id }) => id === pack) }, atOnce)).toBeNull();
});

test('A page may answer before each drawing and each table.', async () => {
  let pauses = 0;
  await compileDraft(await draftFilesOf(pack), async () => {
    pauses += 1;
  });
  expect(pauses).toBe(6);
});

/** What a release means: without what only a published one has (hash, hashes of files, words about assumed values). */
function comparable(release: CompiledRelease): unknown {
  const definitions = release.manifest.definitions.map((entry) => ({ ...entry, sha256: null }));
  return written({ ...release, hash: null, assumed: null, manifest: { ...release.manifest, definitions } });
}

/** Compiled expressions are functions: the same text stands beside them, so their being there is enough. */
function written(value: unknown): unknown {
  if (typeof value === 'function') return 'a function';
  if (value instanceof Map) return [...value].map(written);
  if (value instanceof Set) return [...value].map(written);
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, written(member)]));
}
