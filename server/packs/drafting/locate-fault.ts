import { kindOfFile, type EditedKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import { plainWords } from './plain-words.ts';
import { definitionsOf } from './editable-definitions.ts';
import { listFiles } from '../reading/written-definitions.ts';

/** A fault where people edit: which definition, and the place inside it. */
export interface LocatedFault {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Null: it concerns the pack and no definition. */
  readonly kind: EditedKind | null;
  readonly id: string | null;
  /** JSON pointer into the definition, or an element's id; empty: the whole of it. */
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

/** Tells a fault by its definition instead of by its file. */
export function locateFault(fault: PackFault, packs: readonly PackFolder[]): LocatedFault {
  const { code, severity, zh, en } = fault;
  return { code, severity, zh: plainWords(zh), en, ...definitionAt(fault, packs) };
}

type Stand = Pick<LocatedFault, 'kind' | 'id' | 'place'>;

function definitionAt({ pack, file, place }: PackFault, packs: readonly PackFolder[]): Stand {
  const folder = packs.find(({ id }) => id === pack);
  const kind = kindOfFile(file);
  const list = kind === null ? undefined : listFiles[kind];
  if (list) return itemAt(folder?.files.get(file)?.text ?? '', list, place);
  const written = folder && definitionsOf(folder).find((definition) => definition.file === file);
  return written ? { kind: written.kind, id: written.id, place } : { kind: null, id: null, place };
}

/** `/posts/3/min` and `/posts/grid-head/min` are `/min` of the post. */
function itemAt(
  text: string,
  { list, kind }: { readonly list: string; readonly kind: EditedKind },
  place: string,
): Stand {
  const [, inList, item = '', ...rest] = place.split('/');
  const file = text === '' ? null : (JSON.parse(text) as Json);
  const items = isJsonObject(file) ? file[list] : undefined;
  if (inList !== list || !isJsonArray(items)) return { kind: null, id: null, place };
  const named = items.find((candidate) => isJsonObject(candidate) && candidate['id'] === item) ?? items[Number(item)];
  const id = isJsonObject(named) && typeof named['id'] === 'string' ? named['id'] : null;
  return id === null ? { kind: null, id: null, place } : { kind, id, place: rest.map((part) => `/${part}`).join('') };
}
