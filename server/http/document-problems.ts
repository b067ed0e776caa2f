import type { AnyOperation } from './contract/operation.ts';
import { operations } from './contract/operations.ts';
import { Problem } from './contract/problem.ts';
import { errorCatalogue, type ProblemCode } from './errors.ts';
import { problem } from './problems.ts';
import { refusalsOf } from './refusals-of.ts';

interface DocumentedOperation {
  readonly operationId?: string;
  readonly requestBody?: object;
  readonly responses?: Readonly<Record<string, object>>;
}

/** As much of an OpenAPI document as is read and completed here. */
export interface Documented {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components?: { readonly schemas?: object };
}

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** A file comes as the only part of a form. */
const upload = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: 'The file, the only part of the form.' } },
      },
    },
  },
};

/**
 * Completes an OpenAPI document: what each operation may be refused with, status by status and code by code, with the
 * sentence of each. It is done when the document is asked for: Fastify would compile every one of these answers, and
 * they are all written alike.
 */
export function documentProblems(document: Documented): Documented {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => {
    const completed = Object.entries(methods).map(([method, documented]) => {
      const operation = byId.get(documented.operationId ?? '');
      return [method, operation === undefined ? documented : withProblems(documented, operation)];
    });
    return [path, Object.fromEntries(completed)];
  });
  const { components } = document;
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components?.schemas, Problem: { ...Problem, examples: [problem('case-unknown')] } },
    },
    paths: Object.fromEntries(paths),
  };
}

function withProblems(documented: DocumentedOperation, operation: AnyOperation): DocumentedOperation {
  const refusals = [...refusalsOf(operation)].map(([status, codes]) => [String(status), answerOf(codes)]);
  const anyOther = { description: 'Any other problem', content };
  return {
    ...documented,
    ...(operation.transport === 'multipart' ? { requestBody: upload } : {}),
    responses: {
      200: documented.responses?.['200'] ?? {},
      ...Object.fromEntries(refusals),
      '4XX': anyOther,
      '5XX': anyOther,
    },
  };
}

function answerOf(codes: readonly ProblemCode[]): object {
  const lines = codes.map((code) => `- \`${code}\`: ${errorCatalogue[code].en}`);
  return { description: lines.join('\n'), content };
}
