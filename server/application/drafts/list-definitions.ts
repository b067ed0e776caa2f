import { draftLocks } from '../../database/draft-definitions.ts';
import { openDraftOf } from '../../database/drafts.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import { keyText } from '../../packs/drafting/editable-definitions.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackFile } from '../../kernel/release/definitions.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { standingRelease } from '../releases/standing-release.ts';
import { definitionStates } from './definition-states.ts';
import { draftMaterial } from './draft-material.ts';
import { areaRef, draftView, lockView } from './draft-view.ts';

/**
 * What an area runs on, definition by definition, with its open draft laid over it.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listDefinitions(context: Context, tx: Transaction, actor: Actor, area: string) {
  requirePermission(actor, 'definitions.view', area);
  const row = await openDraftOf(tx, context.tenant, area);
  const material = row && (await draftMaterial(context, tx, row));
  const standing = material?.standing ?? (await standingRelease(context, tx, area));
  const ownPack = material ? material.row.pack : standing.ownPack;
  const packs = material?.composed.packs ?? standing.packs;
  const locks = row ? await draftLocks(tx, context.tenant, row.id) : [];
  const names = await readPersonNames(
    tx,
    context.tenant,
    locks.map(({ person }) => person),
  );
  const lockOf = new Map(
    locks.map((lock) => [keyText({ kind: lock.kind as EditedKind, id: lock.id }), lockView(lock, names, actor)]),
  );
  const titles = new Map([...standing.packs, ...packs].map((pack) => [pack.id, manifestOf(pack).title]));
  const published = manifestOf(standing.packs.at(-1));
  const states = [...definitionStates(packs, ownPack, standing.packs)];
  return {
    asOf: tx.now,
    area: areaRef(await context.releases.inForce(tx), area),
    pack: {
      id: published.id,
      title: published.title,
      version: published.version,
      own: standing.ownPack === published.id,
    },
    draft: row && (await draftView(context, tx, row)),
    definitions: states.map(([key, { kind, id, title, origin, pack, state }]) => ({
      kind,
      id,
      title,
      origin,
      pack: titles.get(pack) ?? pack,
      state,
      lock: lockOf.get(key) ?? null,
    })),
    mayEdit: mayAct(actor, 'administration', area),
  };
}

function manifestOf(pack: PackFolder | undefined): PackFile {
  return JSON.parse(pack?.files.get('pack.json')?.text ?? '{}') as PackFile;
}
