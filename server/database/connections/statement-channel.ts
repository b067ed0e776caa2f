import { channel } from 'node:diagnostics_channel';

/**
 * Every statement's text as it is sent, without values; costs nothing while nobody listens. The tests listen, and hold
 * all that their suite sends to law 10.
 */
export const statements = channel('gridloom:statement');
