import SerializerSelector from '@fastify/fast-json-stringify-compiler';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import { type RequestPart, validatorFor } from './check-request.ts';

const serializerFor = SerializerSelector()();

/**
 * Compiles the schema of a part of a request when the first request comes that needs it. A program that starts would
 * spend a quarter of its start on schemas, most of which nobody asks for in the next minutes.
 */
export const compileRequestWhenUsed: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | null = null;
  const check = (data: unknown): boolean => {
    compiled ??= validatorFor(schema, httpPart as RequestPart);
    const isRight = compiled(data);
    check.errors = compiled.errors ?? null;
    return isRight;
  };
  check.errors = null as ErrorObject[] | null;
  return check;
};

/** The same for answers: Fastify's own serializer, made when the first answer of its kind leaves. */
export const compileAnswerWhenUsed: FastifySerializerCompiler<unknown> = (answer) => {
  let serialize: ((data: unknown) => string) | null = null;
  return (data: unknown) => {
    serialize ??= serializerFor({ ...answer, httpStatus: answer.httpStatus ?? 'default' });
    return serialize(data);
  };
};
