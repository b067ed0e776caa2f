import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../application/refusal.ts';
import type { RouteExtras } from './route.ts';

/** Limits the routes that try secrets; all others are open to whoever is signed in. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  });
}

/** At most so many requests a minute from one address. A street's office may share one. */
export function perMinute(max: number): RouteExtras {
  return { config: { rateLimit: { max, timeWindow: 60_000 } } };
}
