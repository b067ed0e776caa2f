import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Argon2id with the second recommended choice of RFC 9106, section 4 (64 MiB, 3 passes), one lane: measured 180 ms, and
 * 64 MiB for as long, on one of two cores. Each hash says its own costs, so they can be raised later.
 */
const costs = { memory: 65_536, passes: 3, parallelism: 1 } as const;
/**
 * For passwords we made ourselves: 77 bits at random are out of reach of guessing at any cost, and a county's 2,227 people
 * would take seven minutes with the costs above; so each takes a millisecond.
 */
const firstCosts = { memory: 1024, passes: 1, parallelism: 1 } as const;
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
export function hashPassword(password: string): Promise<string> {
  return hashAt(password, costs);
}

/** A first password as it is stored; only for one that `newFirstPassword` made, never for one that a person chose. */
export function hashFirstPassword(password: string): Promise<string> {
  return hashAt(password, firstCosts);
}

async function hashAt(password: string, stated: Costs): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, stated);
  return `$argon2id$v=19$m=${stated.memory},t=${stated.passes},p=${stated.parallelism}$${encode(nonce)}$${encode(tag)}`;
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
  // A cheap hash is found out as slowly as any, so that the time does not tell who has not signed in yet.
  if (stated.memory < costs.memory) await tagOf(password, randomBytes(16), costs);
  return hash !== null && found.length === expected.length && timingSafeEqual(found, expected);
}
