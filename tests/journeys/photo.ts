import { createCanvas } from '@napi-rs/canvas';

/** A photo as a file chooser gives it: a lamp post before an evening sky, 1600 × 1200. */
export function photo(name = '照片.jpg'): {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
} {
  const canvas = createCanvas(1600, 1200);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, 1200);
  sky.addColorStop(0, '#27374d');
  sky.addColorStop(1, '#c98a5b');
  context.fillStyle = sky;
  context.fillRect(0, 0, 1600, 1200);
  context.fillStyle = '#111820';
  context.fillRect(780, 260, 40, 940);
  context.fillRect(780, 240, 260, 36);
  return { name, mimeType: 'image/jpeg', buffer: canvas.toBuffer('image/jpeg') };
}
