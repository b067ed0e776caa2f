import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { modelLimits } from '../../../server/kernel/bpmn/compile/read-bpmn-xml.ts';
import { xmlSize } from '../../../server/kernel/bpmn/compile/xml-size.ts';
import { bpmnFile, drawing, end, start, userTask } from './drawing.ts';

const sound = drawing([start(), end()], ['begin -> end']);
const codes = async (xml: string): Promise<readonly string[]> =>
  (await compileBpmn(xml)).faults.map(({ code }) => code);

describe('a file that is no sound XML', () => {
  it.each([
    ['empty', ''],
    ['no XML', 'hello'],
    ['cut off', sound.slice(0, -60)],
    ['a tag closed by another', sound.replace('</bpmn:process>', '</bpmn:proces>')],
    ['an attribute twice', sound.replace('isExecutable="true"', 'isExecutable="true" isExecutable="false"')],
    ['something after the end', `${sound}<more/>`],
    ['another root', '<html><body/></html>'],
    ['another namespace', sound.replaceAll('http://www.omg.org/spec/BPMN', 'urn:other')],
    ['an element BPMN does not have', sound.replace('<bpmn:endEvent', '<bpmn:finishEvent id="x"/><bpmn:endEvent')],
    ['an undeclared prefix', sound.replace('<bpmn:endEvent', '<foo:bar/><bpmn:endEvent')],
  ])('is refused: %s', async (_what, xml) => {
    const { processes, faults } = await compileBpmn(xml);

    expect(processes).toEqual([]);
    expect(faults.map(({ code }) => code)).toContain('xml-broken');
  });

  it('says where it breaks', async () => {
    const { faults } = await compileBpmn('<?xml version="1.0"?>\n<a>\n<b></a>');

    expect(faults[0]).toMatchObject({ code: 'xml-broken', element: null, zh: expect.stringContaining('第 3 行') });
  });

  it.each(['<!DOCTYPE x>', '<!doctype x [<!ENTITY a "b">]>'])(
    'with a DOCTYPE is not even read: %s',
    async (doctype) => {
      expect(await codes(sound.replace('?>', `?>${doctype}`))).toEqual(['xml-doctype']);
    },
  );
});

describe('a file that is too large', () => {
  it.each([
    ['in characters', `${sound}${' '.repeat(modelLimits.characters)}`],
    ['in elements', bpmnFile('<bpmn:process/>'.repeat(modelLimits.elements))],
    ['in depth', bpmnFile('<a>'.repeat(modelLimits.depth) + '</a>'.repeat(modelLimits.depth))],
  ])('%s is refused before it is parsed', async (_what, xml) => {
    expect(await codes(xml)).toEqual(['xml-too-large']);
  });

  it('is not what has many comparisons, comments or texts that look like tags', async () => {
    const comparisons = Array.from({ length: 80 }, (_, index) => [`v${index}`, `${index} > 1 and a < b`]);
    const task = userTask('ask', { outputs: Object.fromEntries(comparisons) });
    const xml = drawing([start(), task, end()], ['begin -> ask -> end']).replaceAll('&gt;', '>');

    expect(await codes(xml.replace('</bpmn:process>', `${'<!-- <a> <b> -->'.repeat(80)}</bpmn:process>`))).toEqual([]);
  });
});

describe('the size of an XML text', () => {
  it.each([
    ['<a><b/><c><d/></c></a>', { elements: 4, depth: 3 }],
    ['<a x="1 > 2" y=\'>\'><b/></a>', { elements: 2, depth: 2 }],
    ['<?pi <x> ?><!-- <y> --><a><![CDATA[ <z> ]]></a>', { elements: 1, depth: 1 }],
    ['<a', { elements: 1, depth: 1 }],
    ['<a x="', { elements: 1, depth: 1 }],
    ['<!-- <a>', { elements: 0, depth: 0 }],
    ['1 < 2', { elements: 0, depth: 0 }],
  ])('%s', (xml, size) => {
    expect(xmlSize(xml)).toEqual(size);
  });
});
