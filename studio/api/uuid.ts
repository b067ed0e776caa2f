/**
 * A UUIDv7 (RFC 9562): the instant in milliseconds, then chance, so that keys made on a phone sort by time.
 *
 * Made by hand because `crypto.randomUUID` only exists in secure contexts, and a street's phones open
 * `http://<address in the office network>`.
 *
 * @param now milliseconds since 1970, only given by tests.
 */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Random bytes as hexadecimal digits, two per byte. */
export function randomHex(length: number): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(length)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
