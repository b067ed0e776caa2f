import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp } from '../../server/http/app.ts';
import { openStreet, type Street, type StreetWishes } from '../application/street.ts';

/** An answer with its JSON already read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // What the contract says it is; tests look into it as they need.
  readonly body: ReturnType<typeof JSON.parse>;
}

/** The door of a street, asked without a network. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly street: Street;
  /** Asks as somebody of the street, or as nobody. Commands get a key of their own unless one is given. */
  ask(
    account: string | null,
    method: InjectOptions['method'],
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Everybody signs in anew with their next request: sessions end when a test lets days pass. */
  signInAnew(): void;
  close(): Promise<void>;
}

let lastKey = 0;

/** Opens a street and its door. */
export async function openTestApp(wishes: StreetWishes = {}): Promise<TestApp> {
  const street = await openStreet(wishes);
  const app = await buildApp(street.context, {
    host: '127.0.0.1',
    port: 3000,
    hands: () => [{ hand: 'worker', seconds: 0 }],
  });
  const tokens = new Map<string, Promise<string>>();
  const cookieOf = async (account: string): Promise<string> => {
    const known = tokens.get(account) ?? street.token(account);
    tokens.set(account, known);
    return `gridloom=${await known}`;
  };
  return {
    app,
    street,
    signInAnew: () => tokens.clear(),
    async ask(account, method, url, body, headers = {}) {
      const cookie: Record<string, string> = account === null ? {} : { cookie: await cookieOf(account) };
      const key = { 'idempotency-key': `test-key-${++lastKey}` };
      const given = body === undefined ? {} : { payload: body };
      const response = await app.inject({
        method: method ?? 'GET',
        url,
        headers: { ...key, ...cookie, ...headers },
        ...given,
      });
      const isJson = String(response.headers['content-type']).includes('json');
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.body,
        body: isJson ? response.json() : null,
      };
    },
    async close() {
      await app.close();
      await street.close();
    },
  };
}
