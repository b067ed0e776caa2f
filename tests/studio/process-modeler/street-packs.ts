import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorScene } from './editor-scene.ts';

const root = join(import.meta.dirname, '../../..');

/** The files of a pack as the server sends them. */
function packFiles(id: string): EditorScene['packs'][number] {
  const folder = join(root, 'definitions', id);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name));
  return {
    id,
    files: Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])),
  };
}

/** The demo street's packs. */
export const streetPacks = [packFiles('base'), packFiles('tianshui-xiguan')];

/** A process of the demo street. */
export function streetProcess(id: string): string {
  return readFileSync(join(root, `definitions/tianshui-xiguan/processes/${id}.bpmn`), 'utf8');
}
