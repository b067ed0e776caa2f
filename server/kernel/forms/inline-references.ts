import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FormFault } from './form-fault.ts';
import { pointerOf, valueAt } from './json-pointer.ts';
import { without } from './schema-node.ts';

/** Nodes a schema may have once its references are written out; definitions that multiply each other end here. */
const mostNodes = 20_000;

interface Inlining {
  readonly root: JsonObject;
  readonly faults: FormFault[];
  nodes: number;
}

/**
 * Writes every local `$ref` out in its place, so that all that follows sees one plain tree. RJSF overflows the stack on
 * recursive references (6.11.1) and nothing here may load from elsewhere, so both are refused.
 *
 * @returns the tree without `$defs`, `definitions` and `$id`, and the references that could not be followed; in their
 *   place stands an empty schema
 */
export function inlineReferences(schema: JsonObject): { schema: JsonObject; faults: readonly FormFault[] } {
  const work: Inlining = { root: schema, faults: [], nodes: 0 };
  const inlined = inlineNode(work, without(schema, '$defs', 'definitions', '$id'), ['schema'], []);
  return { schema: isJsonObject(inlined) ? inlined : {}, faults: work.faults };
}

function inlineNode(work: Inlining, node: Json, path: readonly (string | number)[], within: readonly string[]): Json {
  work.nodes += 1;
  if (work.nodes > mostNodes) {
    if (work.nodes === mostNodes + 1) work.faults.push(tooBig());
    return {};
  }
  if (isJsonArray(node)) return node.map((item, index) => inlineNode(work, item, [...path, index], within));
  if (!isJsonObject(node)) return node;
  const reference = node['$ref'];
  if (typeof reference === 'string') return inlineReference(work, node, reference, path, within);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, inlineNode(work, value, [...path, key], within)]),
  );
}

function inlineReference(
  work: Inlining,
  node: JsonObject,
  reference: string,
  path: readonly (string | number)[],
  within: readonly string[],
): Json {
  const fault = (code: string, zh: string, en: string): Json => {
    work.faults.push({ code, path: pointerOf([...path, '$ref']), zh, en });
    return {};
  };
  if (!/^#\/(\$defs|definitions)\//.test(reference)) {
    return fault(
      'form-reference-remote',
      `只能引用本表单 $defs 里的定义，不能引用「${reference}」。`,
      `Only definitions below $defs of this form can be referenced, not "${reference}".`,
    );
  }
  if (within.includes(reference)) {
    return fault(
      'form-reference-recursive',
      `「${reference}」引用了它自己；请把表单写成有限的层次。`,
      `"${reference}" refers to itself; write the form with a fixed number of levels.`,
    );
  }
  const target = valueAt(work.root, reference);
  if (!isJsonObject(target)) {
    return fault(
      'form-reference-missing',
      `找不到引用的定义「${reference}」。`,
      `There is no definition "${reference}".`,
    );
  }
  return inlineNode(work, { ...target, ...without(node, '$ref') }, path, [...within, reference]);
}

function tooBig(): FormFault {
  return {
    code: 'form-too-big',
    path: '/schema',
    zh: '表单展开引用后太大，请拆成几张表单。',
    en: 'With its references written out the form is too big; split it into several forms.',
  };
}
