import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** A JSON object of which parts are taken out until only what nobody knows is left. */
export type OpenTree = { [name: string]: Json };

/** An element as moddle reads BPMN and DMN: properties named as in the standard, with what describes them. */
interface ModelElement {
  readonly $type: string;
  readonly [property: string]: unknown;
}

/**
 * Everything an element holds, as JSON: attributes, text, children, unknown extensions. What it only refers to is named
 * by its id.
 *
 * @param element from `readBpmnXml` or `readDmnXml`
 */
export function treeOfModel(element: ModelElement): OpenTree {
  const described = descriptorOf(element);
  const tree: OpenTree = { $type: element.$type };
  for (const name of new Set([...Object.keys(element), ...described.keys()])) {
    if (name === '$type' || !Object.hasOwn(element, name)) continue;
    const value = described.get(name) === true ? idsOf(element[name]) : jsonOf(element[name]);
    if (value !== undefined) tree[name] = value;
  }
  for (const [name, value] of Object.entries(attributesOf(element)))
    if (!/^xmlns(:|$)/.test(name)) tree[name] = String(value);
  return tree;
}

/** Names of the properties a type has, and whether each holds references. */
function descriptorOf(element: ModelElement): ReadonlyMap<string, boolean> {
  const descriptor = element['$descriptor'];
  if (!isRecord(descriptor) || !Array.isArray(descriptor['properties'])) return new Map();
  return new Map(
    descriptor['properties'].filter(isRecord).map((property) => [
      // Properties of the element's own namespace are set without their prefix.
      String(property['name']).replace(/^\w+:/, ''),
      property['isReference'] === true,
    ]),
  );
}

function attributesOf(element: ModelElement): { readonly [name: string]: unknown } {
  const attributes = element['$attrs'];
  return isRecord(attributes) ? attributes : {};
}

function jsonOf(value: unknown): Json | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => jsonOf(item) ?? null);
  return isElement(value) ? treeOfModel(value) : undefined;
}

function idsOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(idsOf);
  return isRecord(value) && typeof value['id'] === 'string' ? value['id'] : String(value);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isElement(value: unknown): value is ModelElement {
  return isRecord(value) && typeof value['$type'] === 'string';
}

/** Takes a text out of a tree; undefined when it is not there or something else. */
export function takeText(tree: OpenTree, name: string): string | undefined {
  const value = tree[name];
  if (typeof value !== 'string') return undefined;
  delete tree[name];
  return value === '' ? undefined : value;
}

/** Takes an element out of a tree. */
export function takeTree(tree: OpenTree, name: string): OpenTree | undefined {
  const value = tree[name];
  if (!isJsonObject(value)) return undefined;
  delete tree[name];
  return { ...value };
}

/** Takes the elements of a list out of a tree. */
export function takeTrees(tree: OpenTree, name: string): readonly OpenTree[] {
  const value = tree[name];
  if (!isJsonArray(value)) return [];
  delete tree[name];
  return value.filter(isJsonObject).map((item) => ({ ...item }));
}

/** Members that are there, so that what is absent on both sides does not differ. */
export function present(members: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined || (isJsonObject(value) && Object.keys(value).length === 0) ? [] : [[name, value] as const],
    ),
  );
}
