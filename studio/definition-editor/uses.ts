import { isJsonArray, isJsonObject, type Json } from '../../server/kernel/json.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { DefinitionKind } from '../api/drafts/content.ts';

/** A place where a definition is used: another definition, as a list shows it. */
export interface Use {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly title: string;
}

/** The members that refer to a kind. */
const referring: { readonly [kind in DefinitionKind]?: readonly string[] } = {
  post: ['post', 'to', 'told', 'fallback'],
  role: ['roles'],
  limit: ['after', 'limit'],
  calendar: ['calendar'],
  notice: ['notice'],
  ladder: ['ladder'],
  form: ['form', 'reportForm'],
  meeting: [],
  'case-type': [],
};

/** Where a definition is used, other definitions by their titles; what only a running process knows is not among them. */
export function usesOf(definitions: DraftDefinitions, kind: DefinitionKind, id: string): readonly Use[] {
  const names = referring[kind];
  if (names === undefined) return [];
  const { posts, limits, caseTypes, ladders, meetings, ledgers, processes, decisions } = definitions;
  const listed: readonly (readonly [DefinitionKind, readonly { readonly id: string; readonly title: string }[]])[] = [
    ['post', posts],
    ['limit', limits],
    ['case-type', caseTypes],
    ['ladder', ladders],
    ['meeting', meetings],
    ['ledger', ledgers],
  ];
  // In XML a reference is an attribute of its own or a text in FEEL.
  const quoted = new RegExp(String.raw`("|'|&quot;|&#34;)${id}\1`);
  const drawn = [
    ...processes.map((one) => ({ kind: 'process' as const, ...one })),
    ...decisions.map((one) => ({ kind: 'decision' as const, ...one })),
  ];
  return [
    ...listed.flatMap(([of, all]) =>
      all
        .filter((one) => !(of === kind && one.id === id) && refersTo(one as unknown as Json, names, id))
        .map((one) => ({ kind: of, id: one.id, title: one.title })),
    ),
    ...drawn.filter(({ xml }) => quoted.test(xml)).map(({ kind: of, file, title }) => ({ kind: of, id: file, title })),
  ];
}

function refersTo(value: Json, names: readonly string[], id: string): boolean {
  if (isJsonArray(value)) return value.some((one) => refersTo(one, names, id));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([name, one]) => {
    if (names.includes(name) && (one === id || (isJsonArray(one) && one.includes(id)))) return true;
    return refersTo(one, names, id);
  });
}
