import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What a front door does to a request before it reaches the app. */
export type Trouble = (
  path: string,
) => 'pass' | 'lose-answer' | { readonly status: number; readonly retryAfter?: string };

/** A door on the network in front of an app, that can make trouble. */
export interface FrontDoor {
  readonly url: string;
  /** Paths below /api/external-jobs/ that were asked, in order; keys are left out. */
  readonly asked: readonly string[];
  /** What it does from now on. */
  trouble(trouble: Trouble): void;
  /** Resolves when so many requests for a path have been answered since the door was opened. */
  answered(path: string, times: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens it on a free port. */
export async function openFrontDoor(app: FastifyInstance): Promise<FrontDoor> {
  let trouble: Trouble = () => 'pass';
  const asked: string[] = [];
  const done: string[] = [];
  const watchers = new Set<() => void>();
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('/').at(-1) ?? '';
    asked.push(path);
    const payload = Buffer.concat(await request.toArray()).toString();
    const what = trouble(path);
    if (typeof what === 'object') {
      const headers = what.retryAfter === undefined ? {} : { 'retry-after': what.retryAfter };
      response.writeHead(what.status, { 'content-type': 'application/json', ...headers }).end('{}');
    } else {
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const headers = { authorization, 'content-type': type };
      const answer = await app.inject({ method: 'POST', url: request.url ?? '', headers, payload });
      if (what === 'lose-answer') response.destroy();
      else response.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(answer.payload);
    }
    done.push(path);
    for (const look of watchers) look();
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    trouble: (wanted) => (trouble = wanted),
    answered: (path, times) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (done.filter((known) => known === path).length < times) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
