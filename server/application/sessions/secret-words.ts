import { createHash, randomBytes, randomInt } from 'node:crypto';

/** No vowels and no letters that are read as digits: what is read aloud or copied from a screen. */
const alphabet = '23456789BCDFGHJKLMNPQRSTVWXZ';

function randomWord(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A session's token, 256 bits; it lives in the cookie only. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A first password, shown once: 16 characters, 77 bits, in groups of four. */
export function newFirstPassword(): string {
  return (randomWord(16).match(/.{4}/g) ?? []).join('-');
}

/** The one-time code of the first administrator: 8 characters, 38 bits, good for one use and few tries. */
export function newSetupCode(): string {
  return randomWord(8);
}

/** What is stored of a token or code. Both are long and random, so a plain hash is enough. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A code as it was meant: spaces, hyphens and small letters do not matter. */
export function typedCode(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase();
}
