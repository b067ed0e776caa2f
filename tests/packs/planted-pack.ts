import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePack, packsIn } from '../../server/packs/compile-pack.ts';
import type { PackFault } from '../../server/kernel/compilation/pack-fault.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** The packs of the project, as they are shipped. */
export const definitionsFolder = fileURLToPath(new URL('../../definitions', import.meta.url));

/** A copy of the real packs in which something is put wrong. Paths are inside `tianshui-xiguan` unless they begin with `../`. */
interface Planting {
  /** Changes a JSON file; the value is what `JSON.parse` gave. */
  json<Value>(file: string, change: (value: Value) => void): void;
  /** Replaces a text that must be there. */
  text(file: string, from: string, to: string): void;
  write(file: string, text: string | Uint8Array): void;
  remove(file: string): void;
  link(file: string, target: string): void;
}

/** What puts something wrong. */
export type Plant = (planting: Planting) => void;

/** JSON files are changed as what they hold, without `readonly`. */
export type Open<Value> = Value extends object ? { -readonly [Key in keyof Value]: Open<Value[Key]> } : Value;

/** Replaces a text of a file that must be there. */
export const inFile =
  (file: string, from: string, to: string): Plant =>
  (planting) =>
    planting.text(file, from, to);

/** Plants faults into a copy of the shipped packs and compiles the copy. */
export async function plantedPack(plant: Plant): Promise<readonly PackFault[]> {
  const folder = temporaryFolder('packs');
  for (const pack of ['base', 'tianshui-xiguan']) {
    cpSync(join(definitionsFolder, pack), join(folder.path, pack), { recursive: true });
  }
  plant(plantingIn(join(folder.path, 'tianshui-xiguan')));
  const { faults } = await compilePack('tianshui-xiguan', packsIn(folder.path));
  folder.remove();
  return faults;
}

/** Faults as `code file#place`, errors and warnings alike. */
export function told(faults: readonly PackFault[]): readonly string[] {
  return faults.map(
    ({ code, pack, file, place }) =>
      `${code} ${pack === 'tianshui-xiguan' ? '' : `../${pack}/`}${file}${place && `#${place}`}`,
  );
}

/** What is told of a pack into which faults are planted. */
export async function toldOf(plant: Plant): Promise<readonly string[]> {
  return told(await plantedPack(plant));
}

function plantingIn(folder: string): Planting {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);
  return {
    write,
    json: (file, change) => {
      const value = JSON.parse(read(file));
      change(value);
      write(file, JSON.stringify(value));
    },
    text: (file, from, to) => {
      const before = read(file);
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(file, before.replace(from, to));
    },
    remove: (file) => rmSync(join(folder, file)),
    link: (file, target) => symlinkSync(target, join(folder, file)),
  };
}
