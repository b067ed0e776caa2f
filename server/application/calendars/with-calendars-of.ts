import { readManifest } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { packFile } from '../../packs/drafting/pack-file.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { storeManifest } from '../releases/insert-published.ts';
import { changedCalendars } from './changed-calendars.ts';

interface Laid {
  readonly hash: string;
  readonly packs: readonly PackFolder[];
}

/** What was put together before, by what it was and what is in force: of a thousand instances most are pinned to the same. */
const laid = new WeakMap<CompiledRelease, Map<string, Promise<Laid>>>();

/**
 * The definitions an instance is pinned to with the calendars that are in force now, stored as a manifest of their own:
 * content-addressed like any other, but never published at an area. So everything that counts by the instance's calendars
 * afterwards (later steps, ladders, what it starts, the lists) counts by the same.
 *
 * @returns the hash of the manifest
 * @throws Refusal `calendars-do-not-fit` when the pinned definitions do not compile with them
 */
export async function withCalendarsOf(
  context: Context,
  tx: Transaction,
  pinned: CompiledRelease,
  live: CompiledRelease,
): Promise<string> {
  const known = laid.get(pinned) ?? new Map<string, Promise<Laid>>();
  laid.set(pinned, known);
  const laying = known.get(live.hash) ?? lay(context, tx, pinned, live);
  known.set(live.hash, laying);
  laying.catch(() => known.delete(live.hash));
  const { hash, packs } = await laying;
  // Whoever laid it first may have failed afterwards, with all it had stored.
  if (!(await readManifest(tx, context.tenant, hash))) await storeManifest(tx, context.tenant, hash, packs);
  return hash;
}

async function lay(context: Context, tx: Transaction, pinned: CompiledRelease, live: CompiledRelease): Promise<Laid> {
  const theirs = await context.releases.packsOf(tx, live.hash);
  const own = await context.releases.packsOf(tx, pinned.hash);
  const packs = [...changedCalendars(pinned, live).keys()].reduce((all, id) => replaced(all, id, theirs), own);
  const { release } = await compilePack(packs.at(-1)?.id ?? '', packsFrom(packs), softenDemoFault);
  if (!release) throw new Refusal('calendars-do-not-fit');
  return { hash: release.hash, packs };
}

/** Packs in which the file of a calendar says what it says in others; it stays in its own pack, so that what is told about it still fits. */
function replaced(packs: readonly PackFolder[], id: string, others: readonly PackFolder[]): readonly PackFolder[] {
  const source = placeOf(others, id);
  const target = placeOf(packs, id);
  if (!source || !target) return packs;
  const text = source.pack.files.get(source.path)?.text ?? '';
  return packs.map((pack) =>
    pack === target.pack ? { ...pack, files: new Map(pack.files).set(target.path, packFile(target.path, text)) } : pack,
  );
}

/** The file that holds a calendar: in the pack nearest to the area that has one. */
function placeOf(
  packs: readonly PackFolder[],
  id: string,
): { readonly pack: PackFolder; readonly path: string } | undefined {
  const places = packs.flatMap((pack) =>
    [...pack.files.values()]
      .filter(({ path, text }) => path.startsWith('calendars/') && idIn(text) === id)
      .map(({ path }) => ({ pack, path })),
  );
  return places.at(-1);
}

function idIn(text: string): unknown {
  return (JSON.parse(text) as { readonly id?: unknown }).id;
}
