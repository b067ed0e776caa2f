import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { checkReadiness, type Pulse } from '../../application/observing/readiness.ts';
import { readGauges } from '../../application/observing/read-gauges.ts';
import { Refusal } from '../../application/refusal.ts';
import { isLoopback } from '../../application/settings.ts';
import * as contract from '../contract/health.ts';
import { type Door, openRoute } from '../route.ts';

/** What the operating pages are told by whoever wires the program. */
export interface Operated {
  /** The workers of this process and when they last looked. */
  readonly hands?: () => readonly Pulse[];
  /** Who has this may read the figures from another machine; null: only this machine may. */
  readonly metricsToken?: string | null;
}

/** For load balancers and Prometheus. */
export function healthRoutes(door: Door, { hands = () => [], metricsToken = null }: Operated, version: string): void {
  const { context } = door;
  openRoute(door, contract.readReadiness, async () => {
    await checkReadiness(context, hands());
    return { status: 'ready' as const, version };
  });
  openRoute(door, contract.readMetrics, async ({ request, reply }) => {
    if (!isFromHere(request) && !hasToken(request, metricsToken)) throw new Refusal('metrics-closed');
    void reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store');
    const info = { labels: { version, database: context.database.kind }, value: 1 };
    return context.metrics.exposition([
      { name: 'gridloom_build_info', help: 'Which program this is.', type: 'gauge', values: [info] },
      ...(await readGauges(context, hands())),
    ]);
  });
}

/** A proxy on this machine hands on what others ask, and says so. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isHandedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in headers);
  return isLoopback(address) && !isHandedOn;
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== null && given !== undefined && timingSafeEqual(sha256(given), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
