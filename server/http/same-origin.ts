import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../application/refusal.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser sent the request from a page of another site. Browsers say where a command comes from (`Origin`, and
 * newer ones `Sec-Fetch-Site`); what says neither is no browser and carries no one's cookie by itself. Together with the
 * cookie's `SameSite` and the demand for JSON bodies this closes cross-site request forgery.
 */
function isForeign(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return URL.parse(origin)?.host !== host;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Refuses commands from other sites. What shows a token of its own (`bearer`) is not done in anybody's name by a browser. */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.bearer === true) return;
    if (!safe.has(request.method) && isForeign(request)) throw new Refusal('origin-foreign');
  });
}
