import { compileBpmn } from '../../kernel/bpmn/compile/compile-bpmn.ts';
import { compileDecisions } from '../../kernel/dmn/compile-decisions.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { formFields } from '../../kernel/forms/form-fields.ts';
import { isJsonObject, parsedJson, type Json } from '../../kernel/json.ts';
import { accountablePlaces } from '../checks/accountable-values.ts';
import { stablePlace, valueAtPlace } from '../checks/json-places.ts';

/** A value that somebody must account for, and what it is; two that are the same have the same signature. */
export interface SignedValue {
  readonly place: string;
  /** Where the item begins that it is part of. */
  readonly item: string;
  readonly signature: string;
}

/**
 * The values of one file of a pack that need a source or an entry among the assumed ones, with what each is. A user task
 * or a rule is one value: it is another when it does something else, wherever it is drawn.
 */
export async function valueSignatures(path: string, text: string): Promise<readonly SignedValue[]> {
  const kind = kindOfFile(path);
  if (kind === 'process') return userTasksIn(text);
  if (kind === 'decision') return rulesIn(text);
  if (kind === null || kind === 'readme') return [];
  const json = parsedJson(text);
  if (json === undefined) return [];
  const personal = kind === 'form' && isJsonObject(json) ? personalPlaces(json) : [];
  return [...accountablePlaces(path, json), ...personal].map(({ place, item }) => ({
    place,
    item,
    signature: JSON.stringify(valueAtPlace(json, place) ?? null),
  }));
}

async function userTasksIn(xml: string): Promise<readonly SignedValue[]> {
  const { processes } = await compileBpmn(xml);
  return processes.flatMap((process) =>
    [...process.nodes.values()]
      .filter((node) => node.type === 'userTask')
      .map((node) => ({ place: node.id, item: node.id, signature: JSON.stringify(node, withoutDrawing) })),
  );
}

const drawn = new Set(['index', 'incoming', 'outgoing', 'parent', 'defaultFlow']);

/** Leaves out where a node stands in its process; an expression is what is written, not how it was parsed. */
function withoutDrawing(name: string, value: unknown): unknown {
  if (drawn.has(name)) return undefined;
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'
    ? { source: value.source, ...('target' in value ? { target: value.target } : {}) }
    : value;
}

async function rulesIn(xml: string): Promise<readonly SignedValue[]> {
  const { decisions } = await compileDecisions(xml);
  return [...decisions.values()].flatMap(({ table }) =>
    (table?.rules ?? []).map((rule) => ({
      place: rule.id,
      item: rule.id,
      signature: JSON.stringify([rule.inputs, rule.outputs.map((entry) => (entry.constant ? entry.value : entry))]),
    })),
  );
}

function personalPlaces(form: { readonly [name: string]: Json }): readonly Pick<SignedValue, 'place' | 'item'>[] {
  const [schema, ui] = [form['schema'], form['ui']];
  if (!isJsonObject(schema)) return [];
  return formFields({ schema, ui: isJsonObject(ui) ? ui : {} })
    .filter((field) => field.personal !== null)
    .map((field) => ({ place: `/schema${field.pointer}`, item: `/schema${field.pointer}` }));
}

/** Whether what is said in pack.json about a place still points at something in a file; the file is read once. */
export function pointsInto(path: string, text: string): (place: string) => boolean {
  const kind = kindOfFile(path);
  if (kind === 'process' || kind === 'decision')
    return (place) => place === '' || text.includes(`id="${place}"`) || text.includes(`id='${place}'`);
  let json: Json | undefined | null = null;
  return (place) => {
    if (place === '') return true;
    if (json === null) json = parsedJson(text);
    return json !== undefined && place.startsWith('/') && stablePlace(json, place) !== null;
  };
}

const readFiles = new WeakMap<PackFolder, Map<string, Json | undefined>>();

/** A place of a pack's file as it stays when a list grows; each file is read once, for all that is said about it. */
export function lastingPlace(pack: PackFolder, path: string, place: string): string {
  const kind = kindOfFile(path);
  if (!place.startsWith('/') || kind === 'process' || kind === 'decision') return place;
  const files = readFiles.get(pack) ?? new Map<string, Json | undefined>();
  readFiles.set(pack, files);
  if (!files.has(path)) files.set(path, parsedJson(pack.files.get(path)?.text ?? ''));
  const json = files.get(path);
  return (json === undefined ? null : stablePlace(json, place)) ?? place;
}
