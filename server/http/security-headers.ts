import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * What a browser may do on our pages. Scripts come from here only, none inline and none from text. Styles may be inline:
 * antd makes its style sheets while the page runs. Https is demanded only where it is there: a phone reaches a trial on
 * the local network by http.
 */
export async function sendSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    global: false,
  });
  // They never change, and putting the policy's text together costs more than many an answer: made once, sent with each.
  let made: Record<string, string> | null = null;
  app.addHook('onRequest', async (request, reply) => {
    if (made === null) {
      reply.helmet();
      made = Object.fromEntries(Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]));
    } else void reply.headers(made);
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
  });
}
