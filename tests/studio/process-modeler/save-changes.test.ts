import { readdirSync, readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import zeebeDescriptor from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { gridDescriptor } from '../../../server/kernel/bpmn/compile/grid-descriptor.ts';
import { saveChanges } from '../../../studio/process-modeler/preserve/save-changes.ts';

interface Element {
  $type: string;
  id?: string;
  name?: string;
  $parent?: Element;
  [property: string]: unknown;
}

const miwg = new URL('../../../../shared/conformance/miwg/', import.meta.url);
const street = new URL('../../../definitions/tianshui-xiguan/processes/', import.meta.url);
const models = [miwg, street].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => [name, new URL(name, folder)] as const),
);

const moddle = new BpmnModdle({ zeebe: zeebeDescriptor, grid: gridDescriptor }) as BpmnModdle & {
  readonly create: (type: string, attributes: object) => Element;
};

/** Opens a text, lets somebody edit it, and saves it. */
async function edited(text: string, edit: (elements: Record<string, Element>, root: Element) => void): Promise<string> {
  const reading = (await moddle.fromXML(text)) as unknown as {
    rootElement: Element;
    elementsById: Record<string, Element>;
  };
  const before = await moddle.toXML(reading.rootElement, { format: true });
  edit(reading.elementsById, reading.rootElement);
  const after = await moddle.toXML(reading.rootElement, { format: true });
  return saveChanges(text, before.xml, after.xml);
}

/** Where two texts differ: from the first to the last differing character, in the first one. */
function difference(one: string, other: string): { from: number; to: number } {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  let back = 0;
  while (back < one.length - from && back < other.length - from && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  return { from, to: one.length - back };
}

function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  return items.filter((_item, place) => place % Math.ceil(items.length / count) === 0);
}

describe.each(models)('%s', (_name, file) => {
  const text = readFileSync(file, 'utf8');

  it('is saved as the same bytes when nothing was changed', async () => {
    expect(await edited(text, () => undefined)).toBe(text);
  });

  it('keeps every byte outside of the element that was renamed', async () => {
    const names: string[] = [];
    await edited(text, (elements) => {
      names.push(
        ...Object.values(elements)
          .filter((one) => one.$type.startsWith('bpmn:') && one.name)
          .map((one) => one.id ?? ''),
      );
    });
    expect(names.length).toBeGreaterThan(0);
    for (const id of spread(names, 8)) {
      const saved = await edited(text, (elements) => Object.assign(elements[id] ?? {}, { name: '改了 "一" 下' }));
      const { from, to } = difference(text, saved);
      const tag = text.slice(text.lastIndexOf('<', from), to);
      expect(tag.includes('>'), `${id}: more than one tag differs`).toBe(false);
      expect(new RegExp(`\\bid=["']${id}["']`).test(tag + text.slice(to, text.indexOf('>', to))), id).toBe(true);
      expect(saved).toContain('改了 &quot;一&quot; 下');
      await expect(moddle.fromXML(saved)).resolves.toBeDefined();
    }
  });

  it('is the original again when what was added is taken away again', async () => {
    const added = await edited(text, (_elements, root) => {
      const [process] = (root['rootElements'] as Element[]).filter((one) => one.$type === 'bpmn:Process');
      const task = moddle.create('bpmn:UserTask', { id: 'hecha', name: '核查', $parent: process });
      (process as unknown as { get: (name: string) => unknown[] }).get('flowElements').push(task);
    });
    expect(added).toContain('核查');
    const reading = (await moddle.fromXML(added)) as unknown as { elementsById: Record<string, Element> };
    expect(reading.elementsById['hecha']?.$type).toBe('bpmn:UserTask');
    const removed = await edited(added, (elements) => {
      const siblings = elements['hecha']?.$parent?.['flowElements'] as Element[];
      siblings.splice(
        siblings.findIndex((one) => one.id === 'hecha'),
        1,
      );
    });
    expect(removed).toBe(text);
  });
});
