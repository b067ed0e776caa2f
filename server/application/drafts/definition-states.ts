import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import { canonicalJson } from '../../packs/canonical-json.ts';
import {
  definitionsOf,
  keyText,
  nearestDefinitions,
  type PackDefinition,
} from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionContent } from '../../packs/reading/written-definitions.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** A definition of an area against what is published. */
export interface DefinitionState {
  readonly kind: EditedKind;
  readonly id: string;
  readonly title: string;
  /** Id of the pack that writes it. */
  readonly pack: string;
  readonly file: string;
  readonly origin: 'own' | 'inherited';
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  readonly content: DefinitionContent;
  /** Null: it is not published. */
  readonly published: DefinitionContent | null;
}

/**
 * Every definition that an area would run on, and those it would no longer have.
 *
 * @param packs as a draft has them, the most general first
 * @param ownPack id of the area's own pack; null: it has none
 * @param published the packs of what is published at the area
 */
export function definitionStates(
  packs: readonly PackFolder[],
  ownPack: string | null,
  published: readonly PackFolder[],
): ReadonlyMap<string, DefinitionState> {
  const now = nearestDefinitions(packs);
  const before = packs === published ? now : nearestDefinitions(published);
  const own = new Set(packs.filter(({ id }) => id === ownPack).flatMap((pack) => definitionsOf(pack).map(keyText)));
  const gone = [...before].filter(([key]) => !now.has(key)).map(([key, definition]) => removed(key, definition));
  const there = [...now].map(([key, definition]) => {
    const earlier = before.get(key);
    const { kind, id, title, pack, file, content } = definition;
    const state = !earlier ? 'added' : isSame(earlier.content, content) ? 'same' : 'changed';
    const origin = own.has(key) ? 'own' : 'inherited';
    return [key, { kind, id, title, pack, file, origin, state, content, published: earlier?.content ?? null }] as const;
  });
  return new Map([...there, ...gone]);
}

function removed(key: string, definition: PackDefinition): readonly [string, DefinitionState] {
  const { kind, id, title, pack, file, content } = definition;
  return [key, { kind, id, title, pack, file, origin: 'own', state: 'removed', content, published: content }];
}

/** Whether two contents say the same, however their JSON is set out. */
export function isSame(one: DefinitionContent, other: DefinitionContent): boolean {
  if ('xml' in one || 'xml' in other) return 'xml' in one && 'xml' in other && one.xml === other.xml;
  return one.json === other.json || canonicalJson(one.json) === canonicalJson(other.json);
}
