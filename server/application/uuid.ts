import { randomFillSync } from 'node:crypto';

let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562, 5.7): ordered by time, and within one process strictly increasing, so that ids made one after the
 * other sort in that order.
 */
export function uuidv7(): string {
  const millisecond = Math.max(Date.now(), lastMillisecond);
  sequence = millisecond === lastMillisecond ? sequence + 1 : 0;
  lastMillisecond = sequence > 0xfff ? millisecond + 1 : millisecond;
  if (sequence > 0xfff) sequence = 0;
  const random = eightRandomBytes();
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = `${variant.toString(16)}${random.subarray(1).toString('hex')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Random bytes are fetched for many ids at once: the call costs more than the bytes. None is used twice. */
const pool = Buffer.alloc(2048);
let used = pool.length;

function eightRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}
