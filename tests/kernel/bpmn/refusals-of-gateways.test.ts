import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, flowsOf, onBoundary, processOf, start } from './run-model.ts';

const roots = '<message id="m" name="m"/><signal id="g" name="g"/>';
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const caught = (id: string, definition: string): string =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
const c = caught('c', '<messageEventDefinition messageRef="m"/>');
const d = caught('d', timer);
const first = '<eventBasedGateway id="w"/>';
const process = (inside: string, ...flows: readonly string[]): string =>
  roots + processOf('p', start + inside + end, ...flows);
const begins = (attributes: string): string =>
  roots + processOf('p', `<eventBasedGateway id="w" ${attributes}/>${c}${d}${end}`, 'w -> c -> e', 'w -> d -> e');

describe('what a gateway says of its flows (BPMN 2.0.2, table 10.107)', () => {
  const split = (kind: string, direction: string): string =>
    process(`<${kind} id="w" gatewayDirection="${direction}"/>${c}${d}`, 's -> w -> c -> e', 'w -> d -> e');
  const join = (kind: string, direction: string): string =>
    process(
      `<task id="a"/><task id="b"/><${kind} id="w" gatewayDirection="${direction}"/>`,
      's -> a -> w',
      's -> b -> w',
      'w -> e',
    );
  const kinds = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway'];

  it.each(kinds)('is what it does: %s', async (kind) => {
    expect(await refusals(fileWith(split(kind, 'Converging')))).toEqual(['gateway-direction@w']);
    expect(await refusals(fileWith(split(kind, 'Mixed')))).toEqual(['gateway-direction@w']);
    expect(await refusals(fileWith(join(kind, 'Diverging')))).toEqual(['gateway-direction@w']);
    for (const direction of ['Diverging', 'Unspecified'])
      expect(await refusals(fileWith(split(kind, direction)))).toEqual([]);
    for (const direction of ['Converging', 'Unspecified'])
      expect(await refusals(fileWith(join(kind, direction)))).toEqual([]);
  });

  it.each<Refused>([
    ['it has no flow', process('<task id="t"/><parallelGateway id="w"/>', 's -> t -> e'), 'gateway-alone@w'],
    [
      'nothing leads to it but one flow',
      process('<task id="t"/><parallelGateway id="w"/>', 's -> t -> e', 't -> w'),
      'gateway-idle@w',
    ],
    [
      'one flow leads from it alone',
      process('<task id="t"/><parallelGateway id="w"/>', 's -> t -> e', 'w -> e'),
      'gateway-idle@w',
    ],
    [
      'its activation is no FEEL',
      process(
        '<task id="a"/><task id="b"/><complexGateway id="w"><activationCondition xsi:type="tFormalExpression">1 +</activationCondition></complexGateway>',
        's -> a -> w',
        's -> b -> w',
        'w -> e',
      ),
      'syntax-error@w',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });

  it('one flow in and one out is no fault', async () => {
    expect(await refusals(fileWith(process('<exclusiveGateway id="w"/>', 's -> w -> e')))).toEqual([]);
  });
});

describe('an event-based gateway waits for events (10.6.6)', () => {
  it.each<Refused>([
    [
      'not for a task',
      process(`${first}<task id="t"/>${d}`, 's -> w -> t -> e', 'w -> d -> e'),
      'event-gateway-target@t',
    ],
    [
      'not for another gateway',
      process(`${first}<exclusiveGateway id="t"/>${d}`, 's -> w -> t -> e', 'w -> d -> e'),
      'event-gateway-target@t',
    ],
    [
      'not for what is thrown',
      process(`${first}<intermediateThrowEvent id="t"/>${d}`, 's -> w -> t -> e', 'w -> d -> e'),
      'event-gateway-target@t',
    ],
    [
      'not for the end',
      process(first + d, 's -> w -> e', 'w -> d -> e'),
      'event-gateway-target@e',
      'event-gateway-target@e',
    ],
    ['not for one alone', process(first + d, 's -> w -> d -> e'), 'event-gateway-flows@w'],
    [
      'not for none',
      process(`${first}<task id="t"/>`, 's -> t -> e', 't -> w'),
      'event-gateway-flows@w',
      'gateway-idle@w',
    ],
    [
      'not for what another flow leads to',
      process(`${first}${c}${d}<task id="t"/>`, 's -> w -> c -> e', 'w -> d -> e', 's -> t -> c'),
      'event-gateway-target@c',
    ],
    [
      'not for messages in two ways',
      process(`${first}${c}<receiveTask id="r" messageRef="m"/>`, 's -> w -> c -> e', 'w -> r -> e'),
      'event-gateway-mixed@w',
    ],
    [
      'not for a task with a boundary',
      process(
        `${first}${d}<receiveTask id="r" messageRef="m"/>${onBoundary('b', 'r', timer)}`,
        's -> w -> d -> e',
        'w -> r -> e',
        'b -> e',
      ),
      'event-gateway-target@r',
    ],
    ['not on a condition', process(first + c + d, 's -> w -> c [x > 1] -> e', 'w -> d -> e'), 'condition-ignored@w'],
    [
      'not by default',
      process(first.replace('/>', ' default="w_c"/>') + c + d, 's -> w -> c -> e', 'w -> d -> e'),
      'attribute-misplaced@w',
    ],
    [
      'not for all of them, unless a process begins at it',
      process(first.replace('/>', ' eventGatewayType="Parallel"/>') + c + d, 's -> w -> c -> e', 'w -> d -> e'),
      'event-gateway-parallel@w',
    ],
    ['not as a join alone', begins('instantiate="true" gatewayDirection="Converging"'), 'gateway-direction@w'],
    [
      'not with a flow into it, where a process begins at it',
      process(first.replace('/>', ' instantiate="true"/>') + c + d, 's -> w -> c -> e', 'w -> d -> e'),
      'event-gateway-instantiates@w',
    ],
    [
      'and no process begins in a sub-process',
      process(
        `<subProcess id="sub"><eventBasedGateway id="w" instantiate="true"/>${c}${d}${flowsOf('w -> c', 'w -> d')}<endEvent id="ie"/>${flowsOf('c -> ie', 'd -> ie')}</subProcess>`,
        's -> sub -> e',
      ),
      'instantiates-inside@w',
    ],
    [
      'neither at a receive task',
      process(
        '<subProcess id="sub"><receiveTask id="r" messageRef="m" instantiate="true"/></subProcess>',
        's -> sub -> e',
      ),
      'instantiates-inside@r',
    ],
    [
      'nor at one with a flow into it',
      process('<receiveTask id="r" messageRef="m" instantiate="true"/>', 's -> r -> e'),
      'receive-instantiates@r',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });

  it('but a process may begin at one', async () => {
    expect(await refusals(fileWith(begins('instantiate="true" eventGatewayType="Parallel"')))).toEqual([]);
  });
});
