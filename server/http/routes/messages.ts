import type { JsonObject } from '../../kernel/json.ts';
import { carryOut } from '../../application/carry-out.ts';
import { publishExternalMessage } from '../../application/messages/publish-external-message.ts';
import { publishMessage } from '../../application/messages/publish-message.ts';
import { sendSignal } from '../../application/messages/send-signal.ts';
import * as contract from '../contract/messages.ts';
import { type Door, route, workerRoute } from '../route.ts';

/** 64 KB of variables and what stands around them. */
const extras = { bodyLimit: 80_000 };

/** What people and other systems say to processes. */
export function messageRoutes(door: Door): void {
  const { context } = door;
  // Stored and correlated in two transactions of its own.
  route(door, contract.publishMessage, ({ actor, key, body }) =>
    publishMessage(context, actor, key, { ...body, variables: body.variables as JsonObject | undefined }),
  );
  workerRoute(
    door,
    contract.publishExternalMessage,
    ({ actor, body }) =>
      publishExternalMessage(context, actor, { ...body, variables: body.variables as JsonObject | undefined }),
    extras,
  );
  route(door, contract.sendSignal, ({ actor, key, body }) =>
    carryOut(context, actor, key, (tx, asker) =>
      sendSignal(context, tx, asker, { ...body, variables: body.variables as JsonObject | undefined }),
    ),
  );
}
