import { createCanvas } from '@napi-rs/canvas';

type Colour = 'red' | 'blue';

/** A picture whose left half has one colour and whose right half another. */
export async function halves(width: number, height: number, type: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (const [colour, x] of [
    ['red', 0],
    ['blue', width / 2],
  ] as const satisfies readonly (readonly [Colour, number])[]) {
    context.fillStyle = colour;
    context.fillRect(x, 0, width / 2, height);
  }
  return type === 'png' ? canvas.encode('png') : canvas.encode(type, 90);
}

/** An EXIF segment (TIFF, big endian): orientation, and a place that must not be kept. */
function exif(orientation: number): Buffer {
  const ascii = Buffer.from('N 34.5809 E 105.7249\0');
  const header = Buffer.from('4d4d002a00000008', 'hex');
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directory = Buffer.concat([
    Buffer.from([0, 2]),
    entry(0x010e, 2, ascii.length, 38),
    entry(0x0112, 3, 1, orientation),
    Buffer.alloc(4),
  ]);
  const content = Buffer.concat([Buffer.from('Exif\0\0'), header, directory, ascii]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, content]);
}

/** A JPEG as a phone makes it: lying on its side, with the place where it was taken. */
export async function fromPhone(orientation: number): Promise<Buffer> {
  const plain = await halves(80, 40);
  return Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)]);
}

/** The first bytes of a PNG that says it is so large. */
export function pngOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
