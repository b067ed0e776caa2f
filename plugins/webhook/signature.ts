import { createHmac } from 'node:crypto';

/**
 * The `webhook-signature` of a message: HMAC-SHA256 over `id.timestamp.body`, base64, with `v1,` before it, as Standard
 * Webhooks 1.0 has it (https://www.standardwebhooks.com). A receiver checks it, and that the timestamp is not old.
 *
 * @param secret `whsec_` and base64, as that standard writes secrets; any other text counts as it is
 * @param timestamp seconds since 1970
 */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
