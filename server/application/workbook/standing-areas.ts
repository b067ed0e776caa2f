import { draftFiles, openDraftOf, type DraftRow } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { composeDraft, type ComposedDraft } from '../../packs/drafting/compose-draft.ts';
import { keyText, nearestDefinitions } from '../../packs/drafting/editable-definitions.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { writeDefinition } from '../../packs/drafting/write-definition.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import type { Context } from '../context.ts';
import { draftMaterial } from '../drafts/draft-material.ts';
import { newPackId, standingRelease, type StandingRelease } from '../releases/standing-release.ts';

/** The areas as the draft of an area has them, or, where nobody is writing, as they are published. */
export interface StandingAreas {
  readonly draft: DraftRow | null;
  readonly standing: StandingRelease;
  readonly composed: ComposedDraft;
  /** The file `areas.json`. */
  readonly content: JsonObject;
}

const key = { kind: 'areas', id: 'areas' } as const;

/** Reads what a workbook's areas are compared with. */
export async function standingAreas(context: Context, tx: Transaction, area: string): Promise<StandingAreas> {
  const draft = await openDraftOf(tx, context.tenant, area);
  if (draft) {
    const { composed, standing } = await draftMaterial(context, tx, draft);
    return { draft, standing, composed, content: contentOf(composed) };
  }
  const standing = await standingRelease(context, tx, area);
  const composed = await composeDraft({
    ...(await partsOf(context, tx, area, standing)),
    overlay: new Map(),
    touched: [],
  });
  return { draft, standing, composed, content: contentOf(composed) };
}

async function partsOf(context: Context, tx: Transaction, area: string, standing: StandingRelease) {
  const live = await context.releases.inForce(tx);
  return {
    base: standing.packs,
    pack: standing.ownPack ?? newPackId(area),
    area: { code: area, name: live.area(area)?.name ?? area },
    lastVersion: standing.lastVersion,
  };
}

function contentOf({ packs }: ComposedDraft): JsonObject {
  const content = nearestDefinitions(packs).get(keyText(key))?.content;
  return content && 'json' in content ? content.json : {};
}

/** What the checks say of areas that somebody wants, all of it, as when they are published. */
export interface WouldBeAreas {
  /** Null while there is an error. */
  readonly release: CompiledRelease | null;
  readonly faults: readonly PackFault[];
}

/** Compiles the release that the areas would be part of; nothing is kept. */
export async function compileAreas(
  context: Context,
  tx: Transaction,
  area: string,
  { draft, standing, composed }: StandingAreas,
  content: JsonObject,
): Promise<WouldBeAreas> {
  const { path, text } = writeDefinition(composed.own, composed.below, key, { json: content });
  const written = draft ? await draftFiles(tx, context.tenant, draft.id) : new Map<string, string | null>();
  const next = await composeDraft({
    ...(await partsOf(context, tx, area, standing)),
    overlay: new Map([...written, [path, text]]),
    touched: [],
  });
  const { release, faults } = await compilePack(next.own.id, packsFrom(next.packs), softenDemoFault);
  return { release, faults: faults.filter(({ severity }) => severity === 'error') };
}
