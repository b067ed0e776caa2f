import { carryOut } from '../../application/carry-out.ts';
import { beginDraft } from '../../application/drafts/begin-draft.ts';
import { discardDraft } from '../../application/drafts/discard-draft.ts';
import { listDefinitions } from '../../application/drafts/list-definitions.ts';
import { lockDraftDefinition } from '../../application/drafts/lock-draft-definition.ts';
import { readDraftChanges } from '../../application/drafts/read-draft-changes.ts';
import { readDraftDefinition } from '../../application/drafts/read-draft-definition.ts';
import { readDraftProblems } from '../../application/drafts/read-draft-problems.ts';
import { readDraftRelease } from '../../application/drafts/read-draft-release.ts';
import { removeDraftDefinition } from '../../application/drafts/remove-draft-definition.ts';
import { restoreDraftDefinition } from '../../application/drafts/restore-draft-definition.ts';
import { unlockDraftDefinition } from '../../application/drafts/unlock-draft-definition.ts';
import { writeDraftDefinition } from '../../application/drafts/write-draft-definition.ts';
import type { JsonObject } from '../../kernel/json.ts';
import * as contract from '../contract/drafts.ts';
import { type Door, route } from '../route.ts';

/** A drawing of 2,000,000 characters, each of which may take three bytes and be escaped. */
const largestDefinition = 8_000_000;

/** What an area changes before it publishes. */
export function draftRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  const done = { done: true } as const;
  route(door, contract.listDefinitions, ({ actor, params }) =>
    database.read((tx) => listDefinitions(context, tx, actor, params.area)),
  );
  route(door, contract.beginDraft, ({ actor, params }) =>
    carryOut(context, actor, null, (tx, asker) => beginDraft(context, tx, asker, params.area)),
  );
  route(door, contract.discardDraft, async ({ actor, params }) => {
    await carryOut(context, actor, null, (tx, asker) => discardDraft(context, tx, asker, params.draft));
    return done;
  });
  route(door, contract.readDraftProblems, ({ actor, params }) =>
    database.read((tx) => readDraftProblems(context, tx, actor, params.draft)),
  );
  route(door, contract.readDraftChanges, ({ actor, params }) =>
    database.read((tx) => readDraftChanges(context, tx, actor, params.draft)),
  );
  route(door, contract.readDraftRelease, ({ actor, params }) =>
    database.read((tx) => readDraftRelease(context, tx, actor, params.draft)),
  );
  definitionRoutes(door);
}

function definitionRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.readDraftDefinition, ({ actor, params: { draft, ...key } }) =>
    context.database.read((tx) => readDraftDefinition(context, tx, actor, draft, key)),
  );
  route(
    door,
    contract.writeDraftDefinition,
    ({ actor, params: { draft, ...key }, body: { revision, content } }) =>
      carryOut(context, actor, null, (tx, asker) =>
        writeDraftDefinition(context, tx, asker, draft, {
          ...key,
          revision,
          content: 'xml' in content ? content : { json: content.json as JsonObject },
        }),
      ),
    { bodyLimit: largestDefinition },
  );
  route(door, contract.removeDraftDefinition, ({ actor, params: { draft, ...key }, body }) =>
    carryOut(context, actor, null, async (tx, asker) => ({
      draft: await removeDraftDefinition(context, tx, asker, draft, key, body.revision),
    })),
  );
  route(door, contract.restoreDraftDefinition, ({ actor, params: { draft, ...key }, body }) =>
    carryOut(context, actor, null, async (tx, asker) => ({
      draft: await restoreDraftDefinition(context, tx, asker, draft, key, body.revision),
    })),
  );
  route(door, contract.lockDraftDefinition, ({ actor, params: { draft, ...key }, body }) =>
    carryOut(context, actor, null, (tx, asker) =>
      lockDraftDefinition(context, tx, asker, draft, key, body.takeOver === true),
    ),
  );
  route(door, contract.unlockDraftDefinition, async ({ actor, params: { draft, ...key } }) => {
    await carryOut(context, actor, null, (tx, asker) => unlockDraftDefinition(context, tx, asker, draft, key));
    return { done: true as const };
  });
}
