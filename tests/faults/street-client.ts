import { setTimeout as sleep } from 'node:timers/promises';
import { password } from '../harness/server/street.ts';
import type { Ground } from './ground.ts';

/** A command as somebody gave it, with the key under which it is repeated until it is answered. */
export interface Command {
  readonly account: string;
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

/** A command and the first answer to it. */
export interface Acknowledged extends Command {
  readonly answer: unknown;
}

/** What the network says when the other side is gone, and how long somebody goes on trying. */
const patienceMs = 60_000;

/**
 * People's devices: they keep their cookies, give every command a key, and repeat it under this key for as long as it is
 * not answered. They never look into the database.
 */
export class StreetClient {
  readonly acknowledged: Acknowledged[] = [];
  /** How many answers were lost on the way. */
  lost = 0;
  readonly #ground: Ground;
  readonly #cookies = new Map<string, string>();
  #restarting: Promise<unknown> = Promise.resolve();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** While this is under way nobody tries anything. */
  waitFor(restart: Promise<unknown>): void {
    this.#restarting = restart;
  }

  async signIn(account: string): Promise<void> {
    const body = JSON.stringify({ account, password });
    const answer = await this.#untilAnswered(() => this.#send('POST', '/api/session', account, { body }));
    this.#cookies.set(account, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  async get(account: string, path: string): Promise<unknown> {
    const answer = await this.#untilAnswered(() => this.#send('GET', path, account));
    return answer.json();
  }

  /** Uploads a photo; doing so again is the same photo. */
  async upload(account: string, photo: Buffer): Promise<string> {
    const answer = await this.#untilAnswered(() => {
      const form = new FormData();
      form.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg');
      return this.#send('POST', '/api/photos', account, { body: form });
    });
    return ((await answer.json()) as { id: string }).id;
  }

  /** Gives a command, once in effect however often it has to be repeated. */
  async command(command: Command): Promise<unknown> {
    const { account, path, key } = command;
    const body = JSON.stringify(command.body);
    const answer = await this.#untilAnswered(() =>
      this.#send('POST', path, account, { body, headers: { 'idempotency-key': key } }),
    );
    const said: unknown = await answer.json();
    this.acknowledged.push({ ...command, answer: said });
    return said;
  }

  async #send(method: string, path: string, account: string, init: RequestInit = {}): Promise<Response> {
    const json: Record<string, string> = typeof init.body === 'string' ? { 'content-type': 'application/json' } : {};
    const headers = { cookie: this.#cookies.get(account) ?? '', ...json, ...(init.headers as Record<string, string>) };
    return fetch(`${this.#ground.url()}${path}`, { ...init, method, headers });
  }

  async #untilAnswered(send: () => Promise<Response>): Promise<Response> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = await send().catch((error: unknown) => gone(error));
      if (answer instanceof Response && answer.status !== 503) return good(answer);
      this.lost += 1;
      if (Date.now() > deadline) throw new Error(`no answer within ${patienceMs / 1000} s`, { cause: answer });
      await sleep(20);
      await this.#restarting;
    }
  }
}

/** A connection that broke is the network's affair; anything else is a fault of the test. */
function gone(error: unknown): Error {
  if (error instanceof TypeError && /fetch failed|terminated/.test(error.message)) return error;
  throw error;
}

async function good(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  throw new Error(`${answer.status} ${answer.url}: ${await answer.text()}`);
}
