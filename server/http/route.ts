import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Context } from '../application/context.ts';
import { workerOf, type ExternalWorker } from '../application/external-jobs/external-workers.ts';
import type { Actor } from '../application/policy/actor.ts';
import { Refusal } from '../application/refusal.ts';
import { actorOfSession } from '../application/sessions/actor-of-session.ts';
import type { CommandKey } from '../application/with-idempotency.ts';
import type { AnyOperation, Operation } from './contract/operation.ts';
import { operationSchema } from './openapi.ts';
import { sessionToken } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whoever asks shows a token; cookies count for nothing. */
    bearer?: true;
  }
}

/** What the routes are given: the app to register at, and what use cases need. */
export interface Door {
  readonly app: FastifyInstance;
  readonly context: Context;
}

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** A checked request. */
interface Call<Params, Query, Body, Asker> {
  readonly actor: Asker;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The key under which a command is done once; null for operations that take none. */
  readonly key: CommandKey | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema, Asker> = (
  call: Call<Static<P>, Static<Q>, Static<B>, Asker>,
) => Promise<DeepReadonly<Static<A>>>;

/** How a route differs from the ordinary one. */
export type RouteExtras = Pick<RouteOptions, 'config' | 'bodyLimit'>;

/**
 * Registers an operation of the contract for people who are signed in. The contract's schemas check the request, document
 * it and shape the answer: what an answer has beyond its schema does not leave.
 */
export function route<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  door: Door,
  operation: Operation<P, Q, B, A>,
  handle: Handler<P, Q, B, A, Actor>,
  extras: RouteExtras = {},
): void {
  if (operation.access !== 'signed-in') throw new Error(`${operation.id} is not for people who are signed in`);
  register(door, operation, extras, async (request, reply) => {
    const actor = await (operation.idempotent === true ? recentAskerOf(door, request) : askerOf(door, request));
    if (actor === null) throw new Refusal('signed-out');
    if (actor.mustChangePassword && operation.group !== 'session') throw new Refusal('must-change-password');
    return handle(callOf(operation, request, reply, actor, commandKey(operation, request, actor)));
  });
}

/** Registers an operation of the contract that anybody may call; whoever is signed in is known all the same. */
export function openRoute<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  door: Door,
  operation: Operation<P, Q, B, A>,
  handle: Handler<P, Q, B, A, Actor | null>,
  extras: RouteExtras = {},
): void {
  if (operation.access !== 'anybody') throw new Error(`${operation.id} needs a session: register it with route`);
  register(door, operation, extras, async (request, reply) =>
    handle(callOf(operation, request, reply, await askerOf(door, request), null)),
  );
}

/** Registers an operation of the contract for external workers: whoever asks shows a worker's token. */
export function workerRoute<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  door: Door,
  operation: Operation<P, Q, B, A>,
  handle: Handler<P, Q, B, A, ExternalWorker>,
  extras: RouteExtras = {},
): void {
  if (operation.access !== 'worker') throw new Error(`${operation.id} is not for workers: register it with route`);
  const config = { ...extras.config, bearer: true as const };
  register(door, operation, { ...extras, config }, async (request, reply) => {
    const [, token] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '') ?? [];
    const worker = token === undefined ? null : await workerOf(door.context, token);
    if (worker !== null) return handle(callOf(operation, request, reply, worker, null));
    void reply.header('www-authenticate', 'Bearer');
    throw new Refusal('worker-token-wrong');
  });
}

type Answering = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function register({ app }: Door, operation: AnyOperation, extras: RouteExtras, answer: Answering): void {
  const { method, path: url } = operation;
  app.route({ ...extras, method, url, schema: operationSchema(operation), handler: answer });
}

async function askerOf({ context }: Door, request: FastifyRequest): Promise<Actor | null> {
  const token = sessionToken(request);
  return token === null ? null : actorOfSession(context, token);
}

/** How long somebody who was known a moment ago need not be asked for before a command, which asks for them itself. */
const recentlyMs = 5000;
const mostRecent = 10_000;
const recent = new WeakMap<Context, Map<string, { readonly actor: Actor; readonly until: number }>>();

/**
 * Who gives a command: as they were a moment ago. A command reads them again inside its transaction (`carryOut`), so a
 * right that was taken away counts no longer than anywhere else; here it is only about three round trips.
 */
async function recentAskerOf(door: Door, request: FastifyRequest): Promise<Actor | null> {
  const token = sessionToken(request);
  if (token === null) return null;
  const known = recent.get(door.context) ?? new Map<string, { readonly actor: Actor; readonly until: number }>();
  recent.set(door.context, known);
  const before = known.get(token);
  if (before && before.until > performance.now()) return before.actor;
  const actor = await actorOfSession(door.context, token);
  if (known.size >= mostRecent) known.clear();
  if (actor) known.set(token, { actor, until: performance.now() + recentlyMs });
  else known.delete(token);
  return actor;
}

function callOf<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema, Asker>(
  _: Operation<P, Q, B, A>,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Asker,
  key: CommandKey | null,
): Call<Static<P>, Static<Q>, Static<B>, Asker> {
  // The schemas have been checked by Fastify, which does not know their types.
  const params = request.params as Static<P>;
  const query = request.query as Static<Q>;
  return { actor, params, query, body: request.body as Static<B>, key, request, reply };
}

const keyPattern = /^[\x21-\x7e]{8,100}$/;

function commandKey(operation: AnyOperation, request: FastifyRequest, actor: Actor): CommandKey | null {
  if (operation.idempotent !== true) return null;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !keyPattern.test(key)) throw new Refusal('idempotency-key-missing');
  const said = JSON.stringify([operation.id, request.params, request.query, request.body ?? null]);
  return { person: actor.person, key, bodyHash: createHash('sha256').update(said).digest('hex') };
}
