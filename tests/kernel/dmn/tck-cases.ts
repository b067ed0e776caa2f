import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

/** The DMN Technology Compatibility Kit lies beside the project; it is run as data, never copied. */
const FOLDER = new URL('../../../../shared/conformance/dmn-tck/compliance-level-2/', import.meta.url);

/** One result wanted of one test case of the kit. */
export interface TckCase {
  readonly model: string;
  readonly id: string;
  readonly inputs: JsonObject;
  /** Name of the decision. */
  readonly decision: string;
  readonly expected: Json;
}

interface XmlNode {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlNode[];
  text: string;
}

/** Whether the kit is there. */
export const tckIsThere = existsSync(FOLDER);

/** All results of all test cases of the kit; none when it is not there. */
export function tckCases(): readonly TckCase[] {
  return (tckIsThere ? readdirSync(FOLDER) : []).flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, FOLDER))
      .filter((file) => file.endsWith('.xml'))
      .flatMap((file) => casesOf(folder, parseXml(readFileSync(new URL(`${folder}/${file}`, FOLDER), 'utf8')))),
  );
}

/** The text of a model of the kit. */
export function tckModel(model: string): string {
  return readFileSync(new URL(model, FOLDER), 'utf8');
}

function casesOf(folder: string, root: XmlNode): readonly TckCase[] {
  const model = `${folder}/${child(root, 'modelName')?.text ?? ''}`;
  return children(root, 'testCase').flatMap((test) => {
    const inputs = Object.fromEntries(
      children(test, 'inputNode').map((node) => [node.attributes['name'] ?? '', valueOf(node)]),
    );
    return children(test, 'resultNode').map((result) => ({
      model,
      id: test.attributes['id'] ?? '',
      inputs,
      decision: result.attributes['name'] ?? '',
      expected: result.attributes['errorResult'] === 'true' ? null : valueOf(child(result, 'expected')),
    }));
  });
}

function valueOf(node: XmlNode | undefined): Json {
  if (node === undefined) return null;
  const list = child(node, 'list');
  if (list !== undefined) return children(list, 'item').map(valueOf);
  const components = children(node, 'component');
  if (components.length > 0)
    return Object.fromEntries(components.map((component) => [component.attributes['name'] ?? '', valueOf(component)]));
  const value = child(node, 'value');
  if (value === undefined || value.attributes['xsi:nil'] === 'true') return null;
  const type = value.attributes['xsi:type']?.replace(/^\w+:/, '');
  if (type === 'decimal' || type === 'double' || type === 'integer') return Number(value.text);
  return type === 'boolean' ? value.text === 'true' : value.text;
}

/** Enough XML for the kit's test files: elements, attributes, text and the five entities. */
function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, closing, name = '', attributes = '', selfClosing, text = ''] of xml
    .replace(/<\?.*?\?>|<!--.*?-->/gs, '')
    .matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>([^<]*)/g)) {
    if (closing === '/') open.pop();
    else {
      const node: XmlNode = {
        name: name.replace(/^\w+:/, ''),
        attributes: attributesOf(attributes),
        children: [],
        text: unescape(text),
      };
      open.at(-1)?.children.push(node);
      if (selfClosing !== '/') open.push(node);
    }
  }
  return root.children[0] ?? root;
}

function attributesOf(text: string): XmlNode['attributes'] {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
}

function unescape(text: string): string {
  const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function children(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((inner) => inner.name === name);
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return children(node, name)[0];
}
