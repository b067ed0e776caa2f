import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import type { Context } from '../application/context.ts';
import { withCorrelation } from '../application/observing/correlation.ts';
import { uuidv7 } from '../application/uuid.ts';
import { answerProblems, sendProblem } from './answer-problems.ts';
import { compileAnswerWhenUsed, compileRequestWhenUsed } from './compile-when-used.ts';
import { documentOperations } from './openapi.ts';
import type { ListeningAt } from './phone-door.ts';
import { problem } from './problems.ts';
import { limitRates } from './rate-limits.ts';
import { caseRoutes } from './routes/cases.ts';
import { clockRoutes } from './routes/clocks.ts';
import { draftRoutes } from './routes/drafts.ts';
import { healthRoutes, type Operated } from './routes/health.ts';
import { instanceRoutes } from './routes/instances.ts';
import { externalJobRoutes } from './routes/external-jobs.ts';
import { externalWorkerRoutes } from './routes/external-workers.ts';
import { ledgerRoutes } from './routes/ledgers.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { messageRoutes } from './routes/messages.ts';
import { offeredWorkRoutes } from './routes/offered-work.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { organizationRoutes } from './routes/organization.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { photoRoutes } from './routes/photos.ts';
import { pluginRoutes } from './routes/plugins.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { releaseRoutes } from './routes/releases.ts';
import { sessionRoutes } from './routes/session.ts';
import { translationRoutes } from './routes/translations.ts';
import { previewRoutes } from './routes/previews.ts';
import { readinessRoutes } from './routes/readiness.ts';
import { unheldWorkRoutes } from './routes/unheld-work.ts';
import { userTaskRoutes } from './routes/user-tasks.ts';
import { workbookRoutes } from './routes/workbook.ts';
import { refuseForeignOrigins } from './same-origin.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { serveStudio } from './studio-pages.ts';

/** JSON bodies: forms are a few kilobytes, photos come another way. */
const bodyLimit = 1_000_000;

const builtStudio = fileURLToPath(new URL('../../studio/dist', import.meta.url));

export interface AppOptions extends ListeningAt, Operated {
  /** Addresses of proxies whose `X-Forwarded-*` headers are believed; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Folder of the built studio. */
  readonly studio?: string;
}

/**
 * Builds the HTTP door as a value: it serves once somebody listens with it, and tests ask it without a network.
 *
 * @param context what use cases are given
 * @param options where the program will listen
 */
export async function buildApp(context: Context, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit,
    genReqId: () => uuidv7(),
    trustProxy: [...(options.trustedProxies ?? [])],
    requestTimeout: 60_000,
    logger: false,
    return503OnClosing: true,
    // What is wrong before a route is found: an address that cannot be read, or is too long.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, problem('operation-unknown')),
  });
  app.setValidatorCompiler(compileRequestWhenUsed);
  app.setSerializerCompiler(compileAnswerWhenUsed);
  app.removeContentTypeParser('text/plain');
  answerProblems(app, context.log);
  logRequests(app, context);
  refuseForeignOrigins(app);
  await sendSecurityHeaders(app);
  await app.register(cookie);
  await limitRates(app);
  const version = programVersion();
  await documentOperations(app, version);
  await serveStudio(app, options.studio ?? builtStudio);
  const door = { app, context };
  sessionRoutes(door);
  peopleRoutes(door);
  organizationRoutes(door);
  unheldWorkRoutes(door);
  caseRoutes(door);
  userTaskRoutes(door);
  previewRoutes(door);
  clockRoutes(door);
  meetingRoutes(door);
  messageRoutes(door);
  await photoRoutes(door);
  ledgerRoutes(door);
  notificationRoutes(door);
  offeredWorkRoutes(door);
  pluginRoutes(door);
  overviewRoutes(door, options, version);
  healthRoutes(door, options, version);
  translationRoutes(door);
  draftRoutes(door);
  releaseRoutes(door);
  calendarRoutes(door);
  instanceRoutes(door);
  externalWorkerRoutes(door);
  externalJobRoutes(door);
  await workbookRoutes(door);
  readinessRoutes(door);
  return app;
}

/** One line per request: which operation, how it ended, how long it took. No address, query, body or cookie is written. */
function logRequests(app: FastifyInstance, { log, metrics }: Context): void {
  app.addHook('onRequest', (request, _reply, done) => withCorrelation(request.id, done));
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request;
    const ms = Math.round(reply.elapsedTime);
    const route = routeOptions.url ?? 'none';
    log.info({ id, method, route, status: reply.statusCode, ms }, 'request');
    const labels = { method, route, status: `${Math.floor(reply.statusCode / 100)}xx` };
    metrics.observe('gridloom_http_request_seconds', labels, reply.elapsedTime / 1000);
  });
}

function programVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
