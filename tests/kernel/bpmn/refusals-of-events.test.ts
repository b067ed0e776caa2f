import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, flowsOf, onBoundary, processOf, start } from './run-model.ts';

const roots =
  '<message id="m" name="m"/><signal id="g" name="g"/><error id="r" errorCode="R"/><escalation id="x" escalationCode="X"/>';
/** Every kind of event, by its definition. */
const kinds = {
  message: '<messageEventDefinition messageRef="m"/>',
  timer: '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  signal: '<signalEventDefinition signalRef="g"/>',
  conditional:
    '<conditionalEventDefinition><condition xsi:type="tFormalExpression">n</condition></conditionalEventDefinition>',
  error: '<errorEventDefinition errorRef="r"/>',
  escalation: '<escalationEventDefinition escalationRef="x"/>',
  cancel: '<cancelEventDefinition/>',
  compensation: '<compensateEventDefinition/>',
  link: '<linkEventDefinition name="l"/>',
  terminate: '<terminateEventDefinition/>',
} as const;
type Kind = keyof typeof kinds;

const task = '<task id="t"/>';
const process = (inside: string, ...flows: readonly string[]): string =>
  roots + processOf('p', start + inside + end, ...flows);
const sub = (inside: string, attributes = ''): string => `<subProcess id="sub" ${attributes}>${inside}</subProcess>`;
const starting = (definition: string, attributes = ''): string =>
  `<startEvent id="v" ${attributes}>${definition}</startEvent><endEvent id="ve"/>${flowsOf('v -> ve')}`;
const eventSub = (definition: string, attributes = ''): string =>
  process(task + sub(starting(definition, attributes), 'triggeredByEvent="true"'), 's -> t -> e');
const boundary = (definition: string, interrupting = true): string =>
  process(`${task}${onBoundary('v', 't', definition, interrupting)}<endEvent id="e2"/>`, 's -> t -> e', 'v -> e2');

/** What may stand where (BPMN 2.0.2, table 10.93); everything else is refused. */
const positions: {
  readonly [position: string]: { readonly model: (definition: string) => string; readonly may: readonly Kind[] };
} = {
  'starts a process': {
    model: (definition) =>
      roots + processOf('p', `<startEvent id="v">${definition}</startEvent>${task}${end}`, 'v -> t -> e'),
    may: ['message', 'timer', 'signal', 'conditional'],
  },
  'starts a sub-process': { model: (definition) => process(sub(starting(definition)), 's -> sub -> e'), may: [] },
  'starts an event sub-process': {
    model: (definition) => eventSub(definition),
    may: ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensation'],
  },
  'starts an event sub-process that does not interrupt': {
    model: (definition) => eventSub(definition, 'isInterrupting="false"'),
    may: ['message', 'timer', 'signal', 'conditional', 'escalation'],
  },
  'is waited for': {
    model: (definition) =>
      process(`<intermediateCatchEvent id="v">${definition}</intermediateCatchEvent>`, 's -> v -> e'),
    may: ['message', 'timer', 'signal', 'conditional'],
  },
  'is thrown': {
    model: (definition) =>
      process(`<intermediateThrowEvent id="v">${definition}</intermediateThrowEvent>`, 's -> v -> e'),
    may: ['message', 'signal', 'escalation', 'compensation'],
  },
  'ends a process': {
    model: (definition) =>
      roots + processOf('p', `${start}${task}<endEvent id="v">${definition}</endEvent>`, 's -> t -> v'),
    may: ['message', 'signal', 'error', 'escalation', 'compensation', 'terminate'],
  },
  'is on a boundary': {
    model: (definition) => boundary(definition),
    may: ['message', 'timer', 'signal', 'conditional', 'error', 'escalation'],
  },
  'is on a boundary and does not interrupt': {
    model: (definition) => boundary(definition, false),
    may: ['message', 'timer', 'signal', 'conditional', 'escalation'],
  },
};

describe.each(Object.entries(positions))('an event that %s (table 10.93)', (_position, { model, may }) => {
  it.each(Object.keys(kinds) as readonly Kind[])('%s', async (kind) => {
    const faults = await refusals(fileWith(model(kinds[kind])));

    const refused = faults.filter((fault) =>
      /^(event-kind-here|cancel-outside-transaction|must-interrupt|link-|compensation-|flow-)/.test(fault),
    );
    expect([faults.length > 0, refused.length > 0]).toEqual(may.includes(kind) ? [false, false] : [true, true]);
  });
});

describe('an event says what it is about, in a process that runs (tables 10.86 to 10.101)', () => {
  const waits = (definition: string): string =>
    process(`<intermediateCatchEvent id="v">${definition}</intermediateCatchEvent>`, 's -> v -> e');
  const throws = (definition: string): string =>
    process(`<intermediateThrowEvent id="v">${definition}</intermediateThrowEvent>`, 's -> v -> e');
  const ends = (definition: string): string =>
    roots + processOf('p', `${start}${task}<endEvent id="v">${definition}</endEvent>`, 's -> t -> v');

  it.each<Refused>([
    ['nothing', waits(''), 'event-definition-missing@v'],
    ['nothing on a boundary', boundary(''), 'event-definition-missing@v'],
    ['a message nobody named', waits('<messageEventDefinition/>'), 'message-missing@v'],
    ['a signal nobody named', throws('<signalEventDefinition/>'), 'signal-missing@v'],
    ['an error nobody named', ends('<errorEventDefinition/>'), 'error-missing@v'],
    ['an escalation nobody named', throws('<escalationEventDefinition/>'), 'escalation-missing@v'],
    ['no condition', waits('<conditionalEventDefinition/>'), 'condition-missing@v'],
    ['no time', waits('<timerEventDefinition/>'), 'timer-empty@v'],
    ['an empty time', waits('<timerEventDefinition><timeDuration/></timerEventDefinition>'), 'timer-empty@v'],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
    expect(await refusals(fileWith(definitions), 'drawing')).toEqual([]);
  });

  it.each<Refused>([
    [
      'two times',
      waits(
        '<timerEventDefinition><timeDate>2026-12-01T00:00:00Z</timeDate><timeDuration>PT1H</timeDuration></timerEventDefinition>',
      ),
      'timer-twice@v',
    ],
    [
      'one time twice',
      waits(
        '<timerEventDefinition><timeDuration>PT1H</timeDuration><timeDuration>PT2H</timeDuration></timerEventDefinition>',
      ),
      'element-twice@v',
    ],
    [
      'a duration that is none',
      waits('<timerEventDefinition><timeDuration>1 hour</timeDuration></timerEventDefinition>'),
      'timer-not-a-time@v',
    ],
    [
      'a date that is none',
      waits('<timerEventDefinition><timeDate>2026-13-01T00:00:00Z</timeDate></timerEventDefinition>'),
      'timer-not-a-time@v',
    ],
    [
      'a cycle that is none',
      waits('<timerEventDefinition><timeCycle>R3</timeCycle></timerEventDefinition>'),
      'timer-not-a-time@v',
    ],
    [
      'a condition that is no FEEL',
      waits(
        '<conditionalEventDefinition><condition xsi:type="tFormalExpression">1 +</condition></conditionalEventDefinition>',
      ),
      'syntax-error@v',
    ],
    [
      'a message that is not there',
      waits('<messageEventDefinition messageRef="gone"/>'),
      'reference-unresolved@null',
      'message-missing@v',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('where events stand in the flow (10.5.4)', () => {
  const waiting = `<intermediateCatchEvent id="v">${kinds.message}</intermediateCatchEvent>`;

  it.each<Refused>([
    ['waited for, but never reached', process(task + waiting, 's -> t -> e', 'v -> e'), 'flow-missing@v'],
    ['waited for, with nothing behind', process(task + waiting, 's -> t -> e', 't -> v'), 'flow-missing@v'],
    [
      'on a boundary, with nothing behind',
      process(task + onBoundary('v', 't', kinds.timer), 's -> t -> e'),
      'flow-missing@v',
    ],
    [
      'on a boundary, with a flow into it',
      process(task + onBoundary('v', 't', kinds.timer), 's -> t -> e', 's -> v -> e'),
      'flow-into-beginning@s_v',
    ],
    [
      'on the boundary of an event',
      process(task + onBoundary('v', 's', kinds.timer), 's -> t -> e', 'v -> e'),
      'boundary-unattached@v',
    ],
    [
      'on the boundary of a gateway',
      process(`<exclusiveGateway id="w"/>${onBoundary('v', 'w', kinds.timer)}`, 's -> w -> e', 'v -> e'),
      'boundary-unattached@v',
    ],
    [
      'on the boundary of what is elsewhere',
      process(sub('<task id="i"/>') + onBoundary('v', 'i', kinds.timer), 's -> sub -> e', 'v -> e'),
      'boundary-unattached@v',
    ],
    [
      'on no boundary',
      process(`${task}<boundaryEvent id="v">${kinds.timer}</boundaryEvent>`, 's -> t -> e', 'v -> e'),
      'boundary-unattached@v',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('links come in pairs (10.5.5)', () => {
  const thrown = (name: string, id = 'a'): string =>
    `<intermediateThrowEvent id="${id}"><linkEventDefinition ${name}/></intermediateThrowEvent>`;
  const caught = (name: string, id = 'b'): string =>
    `<intermediateCatchEvent id="${id}"><linkEventDefinition ${name}/></intermediateCatchEvent>`;
  const l = 'name="l"';

  it.each<Refused>([
    ['nobody catches it', process(task + thrown(l), 's -> t -> e', 't -> a'), 'link-without-target@a'],
    ['nobody throws it', process(task + caught(l), 's -> t -> e', 'b -> e'), 'link-without-source@b'],
    ['two catch it', process(thrown(l) + caught(l) + caught(l, 'c'), 's -> a', 'b -> e', 'c -> e'), 'link-twice@c'],
    [
      'it leads into a sub-process',
      process(thrown(l) + sub(`${caught(l)}<task id="i"/>${flowsOf('b -> i')}`), 's -> a', 's -> sub -> e'),
      'link-without-target@a',
      'sub-process-start-missing@sub',
      'link-without-source@b',
    ],
    [
      'it has no name',
      process(thrown('') + caught(''), 's -> a', 'b -> e'),
      'link-without-name@a',
      'link-without-name@b',
    ],
    [
      'a flow leads on where it is thrown',
      process(thrown(l) + caught(l), 's -> a -> e', 'b -> e'),
      'flow-out-of-end@a_e',
    ],
    [
      'a flow leads to where it is caught',
      process(thrown(l) + caught(l), 's -> a', 's -> b -> e'),
      'flow-into-beginning@s_b',
    ],
    [
      'nothing follows where it is caught',
      process(task + thrown(l) + caught(l), 's -> t -> e', 't -> a'),
      'flow-missing@b',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});
