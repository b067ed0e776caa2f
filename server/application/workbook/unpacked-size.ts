import { inflateRawSync } from 'node:zlib';

/** What an archive may be at most. */
interface Most {
  readonly unpackedBytes: number;
  readonly parts: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * How much a ZIP archive holds, found by unpacking it part by part and stopping at the limit: what an archive says of
 * itself is not believed, so one that unpacks to gigabytes is refused after as much memory as the limit.
 *
 * @returns bytes; `too-large` beyond the limits or with 64-bit sizes, which no workbook needs; null when it is no archive
 */
export function unpackedSize(bytes: Uint8Array, most: Most): number | 'too-large' | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(file);
  if (end === null) return null;
  const count = file.readUInt16LE(end + 10);
  if (count > most.parts) return 'too-large';
  let at = file.readUInt32LE(end + 16);
  let left = most.unpackedBytes;
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry)
      return at === 0xff_ff_ff_ff ? 'too-large' : null;
    const size = sizeOfPart(file, at, left);
    if (size === null || size === 'too-large') return size;
    left -= size;
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return most.unpackedBytes - left;
}

/** Where the end of the directory is written; a comment of up to 64 KiB may follow it. */
function findEnd(file: Buffer): number | null {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at -= 1)
    if (file.readUInt32LE(at) === endOfDirectory) return at;
  return null;
}

function sizeOfPart(file: Buffer, at: number, left: number): number | 'too-large' | null {
  const method = file.readUInt16LE(at + 10);
  const packed = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > file.length || file.readUInt32LE(local) !== localHeader) return null;
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (method === 0) return packed > left ? 'too-large' : packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : null;
  }
}
