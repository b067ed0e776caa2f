import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { photoLimits } from './photo-limits.ts';

// A photo is decoded, drawn anew and encoded in a thread of its own: it takes up to a second, and what a damaged picture
// does to the decoder ends with the thread. Drawing anew leaves behind whatever else was in the file: place, camera, a
// second file in disguise.

/** A photo as it is kept. */
export interface NormalPhoto {
  /** SHA-256 of `bytes`, hex. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** JPEG without metadata. */
  readonly bytes: Uint8Array;
  readonly thumbnail: Uint8Array;
}

const quality = 82;

/** `loadImage` has already turned the picture as its EXIF orientation says. Transparent parts become white. */
async function drawn(
  image: Image,
  longest: number,
): Promise<{ readonly width: number; readonly height: number; readonly bytes: Buffer }> {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return { width, height, bytes: await canvas.encode('jpeg', quality) };
}

const image = await loadImage(Buffer.from(workerData as Uint8Array));
const { width, height, bytes } = await drawn(image, photoLimits.side);
const { bytes: thumbnail } = await drawn(image, photoLimits.thumbnailSide);
const hash = createHash('sha256').update(bytes).digest('hex');
const photo: NormalPhoto = { hash, width, height, bytes, thumbnail };
parentPort?.postMessage(photo);
