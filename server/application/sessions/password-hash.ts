import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Argon2id with the second recommended choice of RFC 9106, section 4 (64 MiB, 3 passes), one lane: measured 180 ms, and
 * 64 MiB for as long, on one of two cores. Each hash says its own costs, so they can be raised later.
 */
const costs = { memory: 65_536, passes: 3, parallelism: 1 } as const;
const tagLength = 32;

type Costs = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const derive = promisify(argon2);

async function tagOf(password: string, nonce: Buffer, { memory, passes, parallelism }: Costs): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength });
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** A password as it is stored: a PHC string with its own salt and costs. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, costs);
  return `$argon2id$v=19$m=${costs.memory},t=${costs.passes},p=${costs.parallelism}$${encode(nonce)}$${encode(tag)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;

/** What a password is compared with when there is no such account, so that the answer takes as long. */
const nobody = `$argon2id$v=19$m=${costs.memory},t=${costs.passes},p=${costs.parallelism}$${encode(Buffer.alloc(16))}$${encode(Buffer.alloc(tagLength))}`;

/**
 * Whether a password is the one that was hashed. It takes the same time for a hash that is missing.
 *
 * @param hash a PHC string; null when there is no account or it has no password
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = phc.exec(hash ?? nobody) ?? [];
  const stated = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(tag, 'base64');
  const found = await tagOf(password, Buffer.from(nonce, 'base64'), stated);
  return hash !== null && found.length === expected.length && timingSafeEqual(found, expected);
}
