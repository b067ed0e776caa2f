import type { FastifyReply, FastifyRequest } from 'fastify';
import { longestMs } from '../application/sessions/session-terms.ts';

/**
 * The `__Host-` prefix binds the cookie to this host and to https (RFC 6265bis, 4.1.3.2); without https, as in a trial
 * on this machine, browsers refuse that name.
 */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-gridloom' : 'gridloom';
}

/** The token of the request's session, or null. */
export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[cookieName(request)] ?? null;
}

/** Gives the browser a token that scripts cannot read and that other sites cannot make it send with a command. */
export function setSessionToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  const maxAge = longestMs / 1000;
  void reply.setCookie(cookieName(request), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** Takes the token back. */
export function clearSessionToken(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(cookieName(request), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  });
}
