import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { type AnyOperation } from './contract/operation.ts';
import { Problem } from './contract/problem.ts';

const problemAnswer = {
  description: 'A problem (RFC 9457) with its code in both languages',
  content: { 'application/problem+json': { schema: Problem } },
};

const idempotencyKey = Type.Object({
  'idempotency-key': Type.String({
    description:
      'Chosen by the caller, 8 to 100 characters; a repeated request with the same key gets the first answer',
  }),
});

/** Of answers. */
const mediaTypes = {
  json: 'application/json',
  multipart: 'application/json',
  file: 'image/jpeg',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain',
} as const;
const security = { anybody: [], 'signed-in': [{ session: [] }], worker: [{ worker: [] }] };

/** What Fastify is told of an operation: its checks, its answers, and its entry in the OpenAPI document. */
export function operationSchema(operation: AnyOperation): FastifySchema {
  const { id: operationId, summary, group, params, query, body, answer } = operation;
  const mediaType = mediaTypes[operation.transport ?? 'json'];
  const ok = { description: summary, content: { [mediaType]: { schema: answer } } };
  return {
    operationId,
    summary,
    tags: [group],
    security: security[operation.access],
    ...(operation.transport === 'multipart' ? { consumes: ['multipart/form-data'] } : {}),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    ...(operation.idempotent === true ? { headers: idempotencyKey } : {}),
    response: { 200: ok, '4xx': problemAnswer, '5xx': problemAnswer },
  };
}

/** Collects the operations into an OpenAPI 3.1 document, from the schemas that check the requests. */
export async function documentOperations(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gridloom 织格',
        version,
        description: 'Grid governance: cases, user tasks, meetings, ledgers, people and posts.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'gridloom' },
          worker: { type: 'http', scheme: 'bearer', description: 'Token of an external worker' },
        },
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
