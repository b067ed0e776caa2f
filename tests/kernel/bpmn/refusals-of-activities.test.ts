import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { end, flowsOf, formal, message, onBoundary, processOf, start, user } from './run-model.ts';

const open = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:grid="https://gridloom.dev/schema/grid/1.0" targetNamespace="test">`;
const hour = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const signal = '<signalEventDefinition signalRef="sg"/>';
const heads =
  '<signal id="sg" name="sg"/><message id="m" name="m"/><interface id="i" name="i"><operation id="op" name="op"><inMessageRef>m</inMessageRef></operation></interface>';

/** A process of one step between start and end. */
const one = (step: string, more = '', ...chains: readonly string[]): string =>
  heads + processOf('p', `${start}${step}${more}${end}`, 's -> t -> e', ...chains);
const inSub = (inside: string, attributes = '', tag = 'subProcess'): string =>
  one(`<${tag} id="t" ${attributes}>${inside}</${tag}>`);
const handled = (inside: string, ...chains: readonly string[]): string =>
  one(
    '<task id="t"/>',
    `<subProcess id="h" triggeredByEvent="true">${inside}<endEvent id="he"/>${flowsOf('hs -> he')}</subProcess>`,
    ...chains,
  );
const caught = `<startEvent id="hs">${signal}</startEvent>`;
const looping = (loop: string): string => one(`<task id="t">${loop}</task>`);
const undo = '<task id="undo" isForCompensation="true"/>';
const twoInputs =
  '<ioSpecification><dataInput id="d1"/><dataInput id="d2"/><inputSet><dataInputRefs>d1</dataInputRefs><dataInputRefs>d2</dataInputRefs></inputSet><outputSet/></ioSpecification>';
const twoOutputSets = '<ioSpecification><inputSet/><outputSet id="o1"/><outputSet id="o2"/></ioSpecification>';
const associated = (inside: string): string =>
  one(
    `<task id="t"><ioSpecification><dataInput id="in"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation>${inside}</dataInputAssociation></task>`,
    '<dataObject id="o1"/><dataObject id="o2"/>',
  );

/** Each fault that activities and their data can have: the element it is told at, by the smallest model that has it. */
const refused: readonly (readonly [fault: string, model: string])[] = [
  ['quantity-wrong@t', one('<task id="t" startQuantity="0"/>')],
  ['quantity-wrong@t', one('<task id="t" completionQuantity="0"/>')],
  ['job-type-missing@t', one('<serviceTask id="t"/>')],
  ['decision-missing@t', one('<businessRuleTask id="t"/>')],
  ['script-missing@t', one('<scriptTask id="t"/>')],
  ['script-language@t', one('<scriptTask id="t" scriptFormat="javascript"><script>1</script></scriptTask>')],
  ['message-missing@t', one('<sendTask id="t"/>')],
  ['message-missing@t', one('<receiveTask id="t"/>')],
  ['receive-instantiates@t', one('<receiveTask id="t" messageRef="m" instantiate="true"/>')],
  ['called-process-missing@t', one('<callActivity id="t"/>')],
  ['called-step@t', one('<callActivity id="t" calledElement="t2"/>', '<task id="t2"/>', 's -> t2 -> e')],
  ['conditional-flow-alone@t', heads + processOf('p', `${start}<task id="t"/>${end}`, 's -> t', 't -> e [n = 1]')],
  ['compensation-in-flow@undo', one('<task id="t"/>', undo, 'undo -> e')],
  ['compensation-boundary@undo', one('<task id="t"/>', undo + onBoundary('b', 'undo', hour), 'b -> e')],
  [
    'sub-process-starts@t',
    inSub(`<startEvent id="a"/><startEvent id="b"/><endEvent id="c"/>${flowsOf('a -> c', 'b -> c')}`),
  ],
  ['sub-process-start-missing@t', inSub(`<task id="a"/><task id="b"/>${flowsOf('a -> b -> a')}`)],
  ['event-sub-process-flow@h', handled(caught, 't -> h')],
  [
    'event-sub-process-start@h',
    one('<task id="t"/>', `<subProcess id="h" triggeredByEvent="true">${user('hu')}</subProcess>`),
  ],
  ['event-sub-process-start@h', handled(`${caught}<startEvent id="h2">${hour}</startEvent>${flowsOf('h2 -> he')}`)],
  ['event-sub-process-start@hs', handled('<startEvent id="hs"/>')],
  ['event-sub-process-kind@t', inSub(user('a'), 'triggeredByEvent="true"', 'transaction')],
  ['event-sub-process-kind@t', inSub(user('a'), 'triggeredByEvent="true"', 'adHocSubProcess')],
  ['ad-hoc-empty@t', inSub('', '', 'adHocSubProcess')],
  ['ad-hoc-event@a', inSub(`<startEvent id="a"/>${user('b')}${flowsOf('a -> b')}`, '', 'adHocSubProcess')],
  ['ad-hoc-event@a', inSub(`<endEvent id="a"/>${user('b')}${flowsOf('b -> a')}`, '', 'adHocSubProcess')],
  ['loop-endless@t', looping('<standardLoopCharacteristics/>')],
  ['loop-without-items@t', looping('<multiInstanceLoopCharacteristics/>')],
  [
    'loop-event-kind@t',
    `${looping(`<multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="x">${formal('loopCardinality', '2')}</multiInstanceLoopCharacteristics>`)}<terminateEventDefinition id="x"/>`,
  ],
  ['association-sources@t', associated('<sourceRef>o1</sourceRef><sourceRef>o2</sourceRef><targetRef>in</targetRef>')],
  ['association-target@t', associated('<sourceRef>o1</sourceRef>')],
  ['data-sets@t', one(`<sendTask id="t" messageRef="m">${twoInputs}</sendTask>`)],
  ['data-sets@t', one(`<receiveTask id="t" messageRef="m">${twoOutputSets}</receiveTask>`)],
  [
    'assignment-incomplete@t',
    one('<userTask id="t"><extensionElements><grid:assignment post="head"/></extensionElements></userTask>'),
  ],
];

describe('a model whose activities or data break a rule is refused', () => {
  it.each(refused)('%s', async (fault, model) => {
    const { processes, faults } = await compileBpmn(`${open}${model}</definitions>`);

    expect(processes).toEqual([]);
    expect(faults.map(({ code, element }) => `${code}@${element}`)).toEqual([fault]);
  });

  it.each(refused)('%s: the sentences say what, where, and what to do', async (_fault, model) => {
    const { faults } = await compileBpmn(`${open}${model}</definitions>`);

    for (const { element, zh, en } of faults) {
      expect(zh).toContain(`「${element}」`);
      expect(zh).toMatch(/[。：，]请[^。]+。$/);
      expect(en).toContain(`"${element}"`);
      expect(en).toMatch(/\. [A-Z][^.]+\.$/);
    }
  });
});

describe('a model that is legal, though it looks odd, is not refused', () => {
  const legal: readonly (readonly [what: string, model: string])[] = [
    ['an empty sub-process', inSub('')],
    ['a sub-process without events', inSub(user('a'))],
    [
      'several flows out of an activity, all with conditions',
      one('<task id="t"/>', '<endEvent id="f"/>', 't -> f [n = 1]'),
    ],
    [
      'an ad-hoc sub-process with gateways and flows',
      inSub(
        `<task id="a"/><exclusiveGateway id="g" default="g_b"/><task id="b"/>${flowsOf('a -> g -> b')}`,
        '',
        'adHocSubProcess',
      ),
    ],
    [
      'a loop that throws no event of its own',
      looping(
        `<multiInstanceLoopCharacteristics behavior="None">${formal('loopCardinality', '2')}</multiInstanceLoopCharacteristics>`,
      ),
    ],
    [
      'a compensation activity that is a sub-process',
      one(
        '<task id="t"/>',
        `<boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><subProcess id="undo" isForCompensation="true">${user('a')}</subProcess><association id="l" sourceRef="c" targetRef="undo"/>`,
      ),
    ],
    ['a call of what another file holds', one('<callActivity id="t" calledElement="elsewhere"/>')],
    ['a call of the process itself', one('<callActivity id="t" calledElement="p"/>')],
    [
      'a call of a global task of a name with a prefix',
      `${one('<callActivity id="t" calledElement="ns:g"/>')}<globalManualTask id="g"/>`,
    ],
    [
      'a service task with data and no operation',
      one(
        `<serviceTask id="t"><extensionElements><zeebe:taskDefinition type="work"/></extensionElements>${twoInputs}</serviceTask>`,
      ),
    ],
    [
      'an event sub-process in an ad-hoc sub-process',
      inSub(
        `${user('a')}<subProcess id="h" triggeredByEvent="true">${caught}<endEvent id="he"/>${flowsOf('hs -> he')}</subProcess>`,
        '',
        'adHocSubProcess',
      ),
    ],
    ['a transaction without a cancel event', inSub(user('a'), '', 'transaction')],
    ['a message named by a task', `${message('other')}${one('<sendTask id="t" messageRef="other"/>')}`],
  ];

  it.each(legal)('%s', async (_what, model) => {
    expect((await compileBpmn(`${open}${model}</definitions>`)).faults).toEqual([]);
  });
});
