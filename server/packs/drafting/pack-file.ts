import { createHash } from 'node:crypto';
import type { FileOfPack } from '../../kernel/compilation/pack-folder.ts';

/** A file of a pack from its text. */
export function packFile(path: string, text: string): FileOfPack {
  return { path, text, sha256: createHash('sha256').update(text).digest('hex') };
}
