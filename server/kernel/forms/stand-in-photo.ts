/** Id of a photo nobody took: scenarios and generated answers do without a camera. `index` counts from 0. */
export function standInPhoto(index: number): string {
  return String(index + 1).padStart(64, '0');
}
