import { carryOut } from '../../application/carry-out.ts';
import { examineDraft } from '../../application/drafts/examine-draft.ts';
import { readExamination } from '../../application/drafts/read-examination.ts';
import { stopExamination } from '../../application/drafts/stop-examination.ts';
import { approveDraft } from '../../application/releases/approve-draft.ts';
import { enactSoon } from '../../application/releases/enact-releases.ts';
import { listReleases } from '../../application/releases/list-releases.ts';
import { publishDraft } from '../../application/releases/publish-draft.ts';
import { readReleaseChanges } from '../../application/releases/read-release-changes.ts';
import { setApprovalRule } from '../../application/releases/set-approval-rule.ts';
import { readUpgrade } from '../../application/releases/read-upgrade.ts';
import { takeBackRelease } from '../../application/releases/take-back-release.ts';
import { takeUpgrade } from '../../application/releases/take-upgrade.ts';
import * as contract from '../contract/releases.ts';
import { type Door, route } from '../route.ts';

/** Examining, publishing, approving and taking back. */
export function releaseRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  route(door, contract.examineDraft, ({ actor, params }) =>
    carryOut(context, actor, null, (tx, asker) => examineDraft(context, tx, asker, params.draft)),
  );
  route(door, contract.readExamination, ({ actor, params }) =>
    database.read(async (tx) => ({ examination: await readExamination(context, tx, actor, params.draft) })),
  );
  route(door, contract.stopExamination, async ({ actor, params }) => {
    await carryOut(context, actor, null, (tx, asker) =>
      stopExamination(context, tx, asker, params.draft, params.examination),
    );
    return { done: true as const };
  });
  route(door, contract.publishDraft, async ({ actor, params, body, key }) => {
    const work = carryOut(context, actor, key, (tx, asker) => publishDraft(context, tx, asker, params.draft, body));
    return enactSoon(context, await work);
  });
  route(door, contract.approveDraft, async ({ actor, params, body, key }) => {
    const work = carryOut(context, actor, key, (tx, asker) => approveDraft(context, tx, asker, params.draft, body));
    return enactSoon(context, await work);
  });
  route(door, contract.takeBackRelease, async ({ actor, params, body, key }) => {
    const { reason } = body;
    const work = carryOut(context, actor, key, (tx, asker) =>
      takeBackRelease(context, tx, asker, params.release, reason),
    );
    return enactSoon(context, await work);
  });
  route(door, contract.listReleases, ({ actor, params }) =>
    database.read((tx) => listReleases(context, tx, actor, params.area)),
  );
  route(door, contract.readReleaseChanges, ({ actor, params }) =>
    database.read((tx) => readReleaseChanges(context, tx, actor, params.release)),
  );
  route(door, contract.readUpgrade, ({ actor, params }) =>
    database.read((tx) => readUpgrade(context, tx, actor, params.area)),
  );
  route(door, contract.takeUpgrade, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => takeUpgrade(context, tx, asker, params.area, body.choices)),
  );
  route(door, contract.setApprovalRule, ({ actor, params, body }) =>
    carryOut(context, actor, null, (tx, asker) => setApprovalRule(context, tx, asker, params.area, body.required)),
  );
}
