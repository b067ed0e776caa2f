import type { Static, TSchema } from 'typebox';

/**
 * One operation of the HTTP API as a value. The server registers it as a route (its schemas validate and become the
 * OpenAPI document); the studio calls it (its types are the client's types). There is no second description.
 */
export interface Operation<
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
  Answer extends TSchema,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify path with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly group: string;
  /**
   * Who may call it at all; what they may see is decided by the policy room. A `worker` is a system of another
   * department: it shows a token (`Authorization: Bearer …`), never a session.
   */
  readonly access: 'anybody' | 'signed-in' | 'worker';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** Codes of what it refuses with beside what its form alone says; each is in the catalogue, none is left out. */
  readonly refuses?: readonly string[];
  /** True for commands that take an `Idempotency-Key` header: a repeated call gets the first answer. */
  readonly idempotent?: boolean;
  /** `multipart` for the photo upload, `file` for answers that are a picture, `workbook` for an .xlsx file, `text` for plain text. */
  readonly transport?: 'json' | 'multipart' | 'file' | 'workbook' | 'text';
}

export type AnyOperation = Operation<TSchema, TSchema, TSchema, TSchema>;
export type ParamsOf<O> = O extends Operation<infer P, TSchema, TSchema, TSchema> ? Static<P> : never;
export type QueryOf<O> = O extends Operation<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never;
export type BodyOf<O> = O extends Operation<TSchema, TSchema, infer B, TSchema> ? Static<B> : never;
export type AnswerOf<O> = O extends Operation<TSchema, TSchema, TSchema, infer A> ? Static<A> : never;

/** Declares an operation; the identity function, there only to infer the schema types. */
export function operation<Params extends TSchema, Query extends TSchema, Body extends TSchema, Answer extends TSchema>(
  declared: Operation<Params, Query, Body, Answer>,
): Operation<Params, Query, Body, Answer> {
  return declared;
}
