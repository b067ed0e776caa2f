import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { type AnyOperation } from './contract/operation.ts';
import { Problem } from './contract/problem.ts';
import { documentProblems, type Documented } from './document-problems.ts';
import { operationGroups } from './operation-groups.ts';

const problemAnswer = {
  description: 'A problem (RFC 9457) with its code in both languages',
  content: { 'application/problem+json': { schema: Problem } },
};

const idempotencyKey = Type.Object({
  'idempotency-key': Type.String({
    description:
      'Chosen by the caller, 8 to 100 characters; a repeated request with the same key gets the first answer',
    examples: ['7d1c1f0e-3a52-4a4e-9f0c-2f1d8a5b6c3d'],
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

/** What whoever writes a client has to know before the first request. */
const manners = `Grid governance: cases, user tasks, meetings, ledgers, people and posts.

**Who asks.** People sign in with \`signIn\`, which sets the cookie \`gridloom\`. Systems of other departments do jobs and send
messages (\`external-jobs\`, \`publishExternalMessage\`) with the token that \`addExternalWorker\` told once, as
\`Authorization: Bearer …\`. What lies outside somebody’s areas does not exist for them: 404, not 403.

**Once.** A command that takes \`Idempotency-Key\` is done once per key: choose a new one for each command and send the same one
when you repeat it. After \`outcome-unknown\`, and when no answer came at all, repeat it.

**Refusals** are problems (RFC 9457, \`application/problem+json\`): \`code\` is stable and listed with each operation, \`type\` is
\`urn:gridloom:problem:<code>\`, \`zh\` and \`en\` are sentences for people (here \`{name}\` stands for a detail), \`problems\` names
each place that is wrong. Where \`Retry-After\` is sent, try again after so many seconds.

**Shapes.** Instants are UTC, ISO 8601 with milliseconds; dates are calendar dates in China. Unknown fields of a body are
refused; answers may get new fields, so ignore those you do not know. A list says as of when (\`asOf\`) and within whose area
(\`area\`) it was made.`;

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
      info: { title: 'Gridloom 织格', version, description: manners },
      tags: Object.entries(operationGroups).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'gridloom', description: 'Set by `signIn`' },
          worker: { type: 'http', scheme: 'bearer', description: 'Token of an external worker' },
        },
      },
    },
    transformObject: (made) => ('openapiObject' in made ? documentProblems(made.openapiObject as Documented) : {}),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
