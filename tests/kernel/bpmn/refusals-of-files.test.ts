import { describe, expect, it } from 'vitest';
import { modelLimits } from '../../../server/kernel/bpmn/compile/read-bpmn-xml.ts';
import { fileWith, refusals } from './refused.ts';
import { end, processOf, start } from './run-model.ts';

const task = '<task id="t"/>';
const sound = fileWith(processOf('p', start + task + end, 's -> t -> e'));
const inside = (more: string): string => sound.replace(task, task + more);
const instead = (of: string): string => sound.replace(task, of);

describe('a text that is no BPMN file is refused', () => {
  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['another document', '<html><body/></html>'],
    ['no definitions around it', '<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="p"/>'],
    ['another namespace', sound.replace('20100524/MODEL', '20000101/MODEL')],
    ['no namespace', sound.replace('xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"', '')],
    ['a tag that is not closed', sound.replace('</process>', '')],
    ['a tag closed by another one', sound.replace('</process>', '</proces>')],
    ['two roots', `${sound}<x/>`],
    ['text behind the end', `${sound}hello`],
    ['a comment without end', sound.replace(task, `<!-- ${task}`)],
    ['a prefix nobody declares', instead('<foo:task id="t"/>')],
    ['an attribute that is there twice', instead('<task id="t" id="u"/>')],
    ['a & that begins nothing', instead('<task id="t" name="a & b"/>')],
    ['an entity nobody declares', instead('<task id="t" name="&amp;&foo;"/>')],
    ['a < in an attribute', instead('<task id="t" name="a<b"/>')],
    ['a control character', instead('<task id="t" name="a\u0001b"/>')],
    ['an element nobody knows', inside('<frobnicate id="x"/>')],
    ['an abstract element', inside('<flowNode id="x"/>')],
    ['an event in a task', instead('<task id="t"><startEvent id="x"/></task>')],
    ['a process in a process', inside('<process id="x"/>')],
  ])('%s', async (_what, xml) => {
    const faults = await refusals(xml);

    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => /^(xml-broken@null|element-unsupported@x)$/.test(fault))).not.toEqual([]);
  });

  it.each(['<!DOCTYPE x>', '<!doctype definitions [<!ENTITY a "b">]>'])('%s', async (doctype) => {
    expect(await refusals(sound.replace('<definitions', `${doctype}<definitions`))).toEqual(['xml-doctype@null']);
  });

  it.each([
    ['too long', inside(`<!--${'x'.repeat(modelLimits.characters)}-->`)],
    ['too many elements', inside('<task id="x"/>'.repeat(modelLimits.elements))],
    ['too deep', inside(`${'<subProcess>'.repeat(modelLimits.depth)}${'</subProcess>'.repeat(modelLimits.depth)}`)],
  ])('%s', async (_what, xml) => {
    expect(await refusals(xml)).toEqual(['xml-too-large@null']);
  });

  it('but not one that is read by every tool: a byte order mark, foreign extensions, 1 for true', async () => {
    const extended =
      '<task id="t" isForCompensation="0"><extensionElements><c:x xmlns:c="urn:c"><c:condition/><c:condition/></c:x></extensionElements></task>';

    expect(await refusals(`\ufeff${sound}`)).toEqual([]);
    expect(await refusals(instead(extended).replace('isExecutable="true"', 'isExecutable="1"'))).toEqual([]);
  });
});

describe('ids and references', () => {
  it.each([
    ['no id', inside('<task/>'), ['id-missing@null']],
    ['an id twice', inside('<task id="s"/>'), ['id-duplicate@s']],
    [
      'an id twice in the file',
      sound.replace('</definitions>', `${processOf('q', '<task id="t"/><task id="t9"/>')}</definitions>`),
      ['id-duplicate@t'],
    ],
    ['no process', fileWith('<message id="m"/>'), ['process-missing@null']],
    ['an empty process', fileWith('<process id="p" isExecutable="true"/>'), ['process-empty@p']],
    [
      'a reference to nothing',
      inside('<association id="a" sourceRef="t" targetRef="gone"/>'),
      ['reference-unresolved@a'],
    ],
    ['a choreography task', inside('<choreographyTask id="c"/>'), ['element-unsupported@c']],
  ])('%s', async (_what, xml, faults) => {
    expect(await refusals(xml)).toEqual(faults);
  });

  const event = (id: string, definition: string): string =>
    `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
  const roots = '<message id="m" name="m"/><signal id="g" name="g"/><error id="r"/><escalation id="x"/>';

  it.each([
    ['a message that is a signal', event('t', '<messageEventDefinition messageRef="g"/>')],
    ['a signal that is a message', event('t', '<signalEventDefinition signalRef="m"/>')],
    [
      'an error that is an escalation',
      '<task id="t"/><endEvent id="e9"><errorEventDefinition errorRef="x"/></endEvent>',
    ],
    ['a message of a task that is a signal', '<receiveTask id="t" messageRef="g"/>'],
    [
      'an event definition that is a message',
      '<intermediateCatchEvent id="t"><eventDefinitionRef>m</eventDefinitionRef></intermediateCatchEvent>',
    ],
    ['a data object that is a task', '<task id="t"/><dataObjectReference id="d" dataObjectRef="t"/>'],
  ])('%s', async (_what, elements) => {
    const faults = await refusals(instead(elements).replace('<process', `${roots}<process`));

    expect(faults.filter((fault) => fault.startsWith('reference-wrong-kind@'))).toHaveLength(1);
  });
});

describe('words and numbers', () => {
  it.each([
    ['a truth that is none', '<task id="t" isForCompensation="maybe"/>', ['value-wrong@t']],
    ['a number that is none', '<task id="t" startQuantity="many"/>', ['quantity-wrong@t']],
    ['a number with a fraction', '<task id="t" completionQuantity="1.5"/>', ['quantity-wrong@t']],
    ['a direction nobody knows', '<exclusiveGateway id="t" gatewayDirection="Sideways"/>', ['value-wrong@t']],
    [
      'an order nobody knows',
      '<adHocSubProcess id="t" ordering="Random"><task id="i"/></adHocSubProcess>',
      ['value-wrong@t'],
    ],
    ['a default flow where nothing is decided', '<parallelGateway id="t" default="t_e"/>', ['attribute-misplaced@t']],
    ['an attachment of what hangs nowhere', '<task id="t" attachedToRef="s"/>', ['attribute-misplaced@t']],
    [
      'two loops',
      '<task id="t"><standardLoopCharacteristics loopMaximum="1"/><multiInstanceLoopCharacteristics><loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics></task>',
      ['element-twice@t'],
    ],
  ])('%s', async (_what, element, faults) => {
    expect(await refusals(instead(element))).toEqual(faults);
  });
});
