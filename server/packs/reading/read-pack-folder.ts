import { createHash } from 'node:crypto';
import { readdir, readFile, lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { FileOfPack, PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** What a pack may be at most; a street's pack has some 60 files and 200 kB. */
export const folderLimits = {
  files: 2_000,
  fileBytes: 5_000_000,
  totalBytes: 50_000_000,
  depth: 3,
  nameLength: 100,
} as const;

/** What is collected while the folder is walked. */
interface Walk {
  readonly pack: string;
  readonly files: Map<string, FileOfPack>;
  readonly faults: PackFault[];
  bytes: number;
}

/**
 * Reads a pack's folder. Symbolic links, strange names, files that are too large or not UTF-8 are refused with a fault
 * and not read; nothing outside the folder is ever opened. Hidden files are left alone.
 *
 * @param folder path of the pack's folder
 * @returns the files as they are, byte for byte hashed; and what was refused
 * @throws only what the disk throws besides "there is no such folder"
 */
export async function readPackFolder(
  folder: string,
): Promise<{ readonly folder: PackFolder; readonly faults: readonly PackFault[] }> {
  const walk: Walk = { pack: basename(folder), files: new Map(), faults: [], bytes: 0 };
  const entry = await lstat(folder).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)));
  if (!entry?.isDirectory()) {
    refuse(
      walk,
      '',
      'pack-folder-missing',
      `没有配置包文件夹「${walk.pack}」。请检查名称。`,
      `There is no pack folder "${walk.pack}". Check its name.`,
    );
  } else {
    await readFolder(walk, folder, '', 1);
  }
  return { folder: { id: walk.pack, files: walk.files }, faults: walk.faults };
}

async function readFolder(walk: Walk, root: string, path: string, depth: number): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (!isPlainName(entry.name)) {
      refuse(
        walk,
        inner,
        'pack-file-name',
        `文件名「${inner}」不能用。请只用文字、数字、短横、下划线和点。`,
        `The file name "${inner}" is refused. Use letters, digits, dashes, underscores and dots only.`,
      );
    } else if (entry.isSymbolicLink() || !(entry.isFile() || entry.isDirectory())) {
      refuse(
        walk,
        inner,
        'pack-link',
        `「${inner}」是链接，不予读取。请换成真正的文件。`,
        `"${inner}" is a link, which is refused. Put the file itself there.`,
      );
    } else if (entry.isDirectory()) {
      if (depth < folderLimits.depth) await readFolder(walk, root, inner, depth + 1);
      else
        refuse(
          walk,
          inner,
          'pack-too-deep',
          `文件夹「${inner}」套得太深，没有读。`,
          `The folder "${inner}" is nested too deeply and was not read.`,
        );
    } else {
      await readOne(walk, root, inner);
    }
  }
}

async function readOne(walk: Walk, root: string, path: string): Promise<void> {
  const { size } = await lstat(join(root, path));
  if (size > folderLimits.fileBytes || walk.bytes + size > folderLimits.totalBytes) {
    refuse(
      walk,
      path,
      'pack-file-too-large',
      `「${path}」太大（${size} 字节），没有读。单个文件最多 ${folderLimits.fileBytes} 字节。`,
      `"${path}" is too large (${size} bytes) and was not read. A file may have ${folderLimits.fileBytes} bytes.`,
    );
    return;
  }
  if (walk.files.size >= folderLimits.files) {
    refuse(
      walk,
      path,
      'pack-too-many-files',
      `文件超过 ${folderLimits.files} 个，「${path}」没有读。`,
      `There are more than ${folderLimits.files} files; "${path}" was not read.`,
    );
    return;
  }
  const bytes = await readFile(join(root, path));
  walk.bytes += bytes.length;
  const text = textOf(bytes);
  if (text === null) {
    refuse(
      walk,
      path,
      'file-not-utf8',
      `「${path}」不是 UTF-8 编码的文字。请另存为 UTF-8。`,
      `"${path}" is not UTF-8 text. Save it as UTF-8.`,
    );
    return;
  }
  walk.files.set(path, { path, text, sha256: createHash('sha256').update(bytes).digest('hex') });
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isPlainName(name: string): boolean {
  return name.length <= folderLimits.nameLength && /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function refuse(walk: Walk, file: string, code: string, zh: string, en: string): void {
  walk.faults.push(errorAt({ pack: walk.pack, file, place: '' }, code, { zh, en }));
}
