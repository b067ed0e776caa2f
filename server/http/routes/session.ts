import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BegunSession } from '../../application/sessions/begin-session.ts';
import { actorOfSession } from '../../application/sessions/actor-of-session.ts';
import { changePassword } from '../../application/sessions/change-password.ts';
import { createFirstAdministrator } from '../../application/sessions/create-first-administrator.ts';
import { readSession, type SessionState } from '../../application/sessions/read-session.ts';
import { signInAsDemoPerson } from '../../application/sessions/sign-in-as-demo-person.ts';
import { signIn } from '../../application/sessions/sign-in.ts';
import { signOut } from '../../application/sessions/sign-out.ts';
import { Refusal } from '../../application/refusal.ts';
import * as contract from '../contract/session.ts';
import { perMinute } from '../rate-limits.ts';
import { type Door, openRoute, route } from '../route.ts';
import { clearSessionToken, setSessionToken } from '../session-cookie.ts';

/** Signing in and out, and what every page knows first. */
export function sessionRoutes(door: Door): void {
  const { context } = door;
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { token }: BegunSession,
  ): Promise<SessionState> => {
    setSessionToken(request, reply, token);
    return readSession(context, await actorOfSession(context, token));
  };
  openRoute(door, contract.readSession, ({ actor }) => readSession(context, actor));
  openRoute(
    door,
    contract.signIn,
    async ({ body, request, reply }) => enter(request, reply, await signIn(context, body.account, body.password)),
    perMinute(60),
  );
  openRoute(
    door,
    contract.signInAsDemoPerson,
    async ({ body, request, reply }) => {
      refuseDisguisedHost(request);
      return enter(request, reply, await signInAsDemoPerson(context, body.account));
    },
    perMinute(600),
  );
  openRoute(
    door,
    contract.createFirstAdministrator,
    async ({ body, request, reply }) => enter(request, reply, await createFirstAdministrator(context, body)),
    perMinute(10),
  );
  route(door, contract.signOut, async ({ actor, request, reply }) => {
    await signOut(context, actor);
    clearSessionToken(request, reply);
    return { done: true as const };
  });
  route(
    door,
    contract.changePassword,
    async ({ actor, body }) => {
      await changePassword(context, actor, body.current, body.next);
      return { done: true as const };
    },
    perMinute(10),
  );
}

/**
 * Demo sign-in asks for no secret, so a page elsewhere must not reach it by giving its own name this machine's address
 * (DNS rebinding): the name that the browser used has to be a local one.
 */
function refuseDisguisedHost(request: FastifyRequest): void {
  if (!['localhost', '127.0.0.1', '[::1]', '::1'].includes(request.hostname)) throw new Refusal('not-reachable-here');
}
