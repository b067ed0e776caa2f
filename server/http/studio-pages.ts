import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from './answer-problems.ts';
import { problem } from './problems.ts';

const forEver = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

/** The page behind a client's address: the phone door below /work, the desktop elsewhere. */
function pageFor(path: string): string {
  return path === '/work' || path.startsWith('/work/') ? 'work.html' : 'index.html';
}

/**
 * Serves the built studio: files under `assets` carry their hash in their name and are kept for ever, everything else is
 * asked for again. An address without a file ending is a page of the client (the number of a user task, `….12`,
 * is no file ending); anything else that is not there is a problem.
 *
 * @param folder the studio's build
 */
export async function serveStudio(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.startsWith(join(folder, 'assets')) ? forEver : askAgain);
    },
  });
  const sendPage = (reply: FastifyReply, path: string): FastifyReply => {
    if (!existsSync(join(folder, pageFor(path)))) return sendProblem(reply, problem('studio-not-built'));
    return reply.sendFile(pageFor(path));
  };
  for (const page of ['/', '/work'])
    app.get(page, { schema: { hide: true } }, (request, reply) => sendPage(reply, request.url));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/')) return sendProblem(reply, problem('operation-unknown'));
    const isPage = request.method === 'GET' && !/\.[a-z][a-z\d]*$/i.test(path);
    return isPage ? sendPage(reply, path) : sendProblem(reply, problem('page-unknown'));
  });
}
