import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packsIn } from './compile-pack.ts';
import type { PackFinder } from '../kernel/compilation/pack-chain.ts';

/** The folder that holds the packs shipped with the program. */
const shippedPacks = join(import.meta.dirname, '../../definitions');

/** The pack a fresh installation gets. */
export const firstPack = 'tianshui-xiguan';

/**
 * The pack an argument means: a folder, or the id of a shipped pack. Packs it stands on are looked for beside it, then
 * among the shipped ones.
 */
export function packArgument(argument: string): { readonly id: string; readonly find: PackFinder } {
  const folder = resolve(argument);
  if (!isFolder(folder)) return { id: argument, find: packsIn(shippedPacks) };
  const beside = dirname(folder);
  const find: PackFinder = (id) => (isFolder(join(beside, id)) ? packsIn(beside)(id) : packsIn(shippedPacks)(id));
  return { id: basename(folder), find };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
