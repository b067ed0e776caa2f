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
      expect(tag).not.toContain('>');
      const whole = tag + text.slice(to, text.indexOf('>', to));
      expect(whole).toMatch(new RegExp(`\\bid=["']${id}["']`));
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

/** What the reader does not know, in a text that nobody's program would write. */
const odd = [
  '<?xml version="1.0"?>',
  "<!-- drawn by hand --><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:x='urn:x'",
  '\ttargetNamespace="urn:t" id="d"  >',
  '  <process id="p"   isExecutable = "true" x:owner=\'a &lt; b\' >',
  '\t<!-- the only step -->',
  '    <x:note>kept <![CDATA[<as it is>]]></x:note>',
  '    <userTask name="办理" id="t"/>',
  '  </process>',
  '</definitions>',
  '<!-- end -->',
].join('\r\n');

describe('an edit of a text that was written by hand', () => {
  it('changes the value and nothing else', async () => {
    const saved = await edited(odd, (elements) => Object.assign(elements['t'] ?? {}, { name: '核查' }));
    expect(saved).toBe(odd.replace('name="办理"', 'name="核查"'));
  });

  it('adds an attribute and an extension in the prefixes and line ends of the text', async () => {
    const saved = await edited(odd, (elements) => {
      const values = [moddle.create('grid:TimeLimit', { limit: 'a"b' })];
      const extensionElements = moddle.create('bpmn:ExtensionElements', { values });
      Object.assign(elements['t'] ?? {}, { isForCompensation: true, extensionElements });
    });
    const task = [
      '<userTask name="办理" id="t" isForCompensation="true">',
      '      <extensionElements>',
      '        <grid:timeLimit limit="a&quot;b" />',
      '      </extensionElements>',
      '    </userTask>',
    ].join('\r\n');
    const declared = `<definitions xmlns:grid="https://gridloom.dev/schema/grid/1.0" xmlns=`;
    expect(saved).toBe(odd.replace('<userTask name="办理" id="t"/>', task).replace('<definitions xmlns=', declared));
  });

  it('takes an element away with its line, and leaves the comment beside it', async () => {
    const saved = await edited(odd, (elements) => {
      const siblings = elements['t']?.$parent?.['flowElements'] as Element[];
      siblings.length = 0;
    });
    expect(saved).toBe(odd.replace('\r\n    <userTask name="办理" id="t"/>', ''));
  });

  it('moves an element with all that stands in it, as it is written', async () => {
    const nested = odd.replace(
      '<userTask name="办理" id="t"/>',
      '<userTask name="办理" id="t"><!-- mine --><documentation>x</documentation></userTask>\r\n    <subProcess id="s"></subProcess>',
    );
    const saved = await edited(nested, (elements) => {
      const [task, inner] = [elements['t'], elements['s']];
      const siblings = task?.$parent?.['flowElements'] as Element[];
      siblings.splice(siblings.indexOf(task as Element), 1);
      Object.assign(task ?? {}, { $parent: inner });
      (inner as unknown as { get: (name: string) => unknown[] }).get('flowElements').push(task);
    });
    expect(saved).toContain('<userTask name="办理" id="t"><!-- mine --><documentation>x</documentation></userTask>');
    expect(saved).toMatch(/<subProcess id="s">\s*<userTask/);
  });
});
