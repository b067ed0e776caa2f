const LONGEST_EDGE = 1600;
const QUALITY = 0.82;

/** Thrown when a file cannot be read as a picture by this browser (HEIC on Android, for one). */
class NoPictureError extends Error {}

/**
 * Makes a photo small enough for a bad network: at most 1600 pixels along its longer edge, JPEG, upright, and without
 * the metadata (place, device) that cameras write.
 *
 * @throws NoPictureError when the browser cannot decode the file.
 */
export async function compressPhoto(file: Blob): Promise<Blob> {
  const picture = await decode(file);
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return encode(canvas);
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new NoPictureError('The file cannot be decoded as a picture', { cause });
  }
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null): void => {
      if (blob === null) reject(new NoPictureError('The picture cannot be encoded as JPEG'));
      else resolve(blob);
    };
    canvas.toBlob(take, 'image/jpeg', QUALITY);
  });
}
