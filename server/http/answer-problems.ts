import type { ErrorObject } from 'ajv';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../application/context.ts';
import { requestProblems } from './check-request.ts';
import { type ProblemAnswer, problem, problemFor } from './problems.ts';

const mediaType = 'application/problem+json; charset=utf-8';

/** What passes by itself, and after how many seconds it is worth trying again. */
const comeAgain: { readonly [code in ProblemAnswer['code']]?: number } = {
  'too-busy': 1,
  'database-unavailable': 5,
  'outcome-unknown': 1,
};

/** Sends a problem as RFC 9457 says. */
export function sendProblem(reply: FastifyReply, answer: ProblemAnswer): FastifyReply {
  if (answer.code in comeAgain) void reply.header('retry-after', comeAgain[answer.code]);
  return reply.status(answer.status).type(mediaType).send(answer);
}

/** What went wrong, for the log: where, and what the database called it; never the values it was about. */
function facts(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  // A message of the database may quote values; its stack begins with the message.
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
  const message = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? undefined : error.message;
  return {
    name: error.name,
    code,
    constraint,
    message,
    stack,
    cause: error.cause === undefined ? undefined : facts(error.cause),
  };
}

/** Makes every error leave as a problem of the catalogue; a bug is logged under the number that its caller is told. */
export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.validation !== undefined) {
      const problems = requestProblems(error.validation as ErrorObject[]);
      return sendProblem(reply, problem('request-invalid', {}, problems));
    }
    const answer = problemFor(error, request.id);
    if (answer.status >= 500)
      log.error({ id: request.id, route: request.routeOptions.url, ...facts(error) }, answer.code);
    return sendProblem(reply, answer);
  });
}
