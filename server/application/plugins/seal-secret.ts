import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * A secret of a setting as it is stored: AES-256-GCM under a key made from the tenant's secret, bound to where it
 * belongs, so that it cannot be copied into another plugin's or area's row. Whoever can read the whole database can open
 * it; a log, a list or a table that got out does not hold it.
 *
 * @param secret the tenant's secret
 * @param place plugin, area and setting
 */
export function sealSecret(secret: Uint8Array, place: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `sealSecret` sealed. @throws Error when it belongs elsewhere, or was changed */
export function openSecret(secret: Uint8Array, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

function keyOf(secret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), 'gridloom plugin settings', 32));
}
