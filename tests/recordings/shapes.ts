import type { RecordingDriver } from './recording-driver.ts';

/** A shape an instance can have when the program is replaced by a newer one. */
export interface Shape {
  readonly name: string;
  readonly about: string;
  readonly inside: string;
  readonly flows: readonly string[];
  /** Beside the process: messages, signals. */
  readonly beside?: string;
  readonly variables?: { readonly [name: string]: number | string | boolean | readonly number[] };
  /** Work per step, where a step is to be cut. */
  readonly budget?: number;
  /** What is done until it stands as it is stored. */
  readonly until?: (driver: RecordingDriver) => void;
  /** What it is told after it was read back. */
  readonly next: (driver: RecordingDriver) => void;
}

const s = '<startEvent id="s"/>';
const e = '<endEvent id="e"/>';
const user = (id: string, more = '', output = ''): string => {
  const mapping = `<extensionElements><zeebe:ioMapping><zeebe:output source="=${output}" target="${output}"/></zeebe:ioMapping></extensionElements>`;
  return `<userTask id="${id}">${output && mapping}${more}</userTask>`;
};
const job = (id: string): string =>
  `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="work" retries="3"/></extensionElements></serviceTask>`;
const limited = `<userTask id="u"><extensionElements><grid:assignment post="head" area="=&quot;grid-1&quot;"/><grid:timeLimit limit="short"/></extensionElements></userTask>`;
const duration = (text: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${text}</timeDuration></timerEventDefinition>`;
const each = (sequential: boolean): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}"><extensionElements><zeebe:loopCharacteristics inputCollection="=grids" inputElement="grid" outputCollection="found" outputElement="=seen"/></extensionElements></multiInstanceLoopCharacteristics>`;
const by = { system: 'operator' } as const;

export const shapes: readonly Shape[] = [
  {
    name: 'user-task-with-limit',
    about: 'waits in a user task whose clock runs; its light turns yellow, then it is completed',
    inside: s + limited + e,
    flows: ['s -> u -> e'],
    next: (driver) => {
      driver.fire('u', 'light:yellow');
      driver.complete('u', { done: true });
    },
  },
  {
    name: 'job',
    about: 'waits for a job',
    inside: s + job('j') + e,
    flows: ['s -> j -> e'],
    next: (driver) => driver.complete('j', { answer: 42 }),
  },
  {
    name: 'incident-of-a-job',
    about: 'a job whose attempts are used up; an operator lets it be tried again',
    inside: s + job('j') + e,
    flows: ['s -> j -> e'],
    until: (driver) => driver.failJob('j'),
    next: (driver) => {
      driver.resolve('j');
      driver.complete('j');
    },
  },
  {
    name: 'incident-at-a-gateway',
    about: 'no flow holds; an operator sets the variable and lets it be tried again',
    inside: `${s}<exclusiveGateway id="g"/>${user('u')}${user('v')}${e}`,
    flows: ['s -> g', 'g -> u [kind = 1]', 'g -> v [kind = 2]', 'u -> e', 'v -> e'],
    variables: { kind: 3 },
    next: (driver) => {
      driver.resolve('g', { kind: 2 });
      driver.complete('v');
    },
  },
  {
    name: 'parallel-join',
    about: 'one of two tokens has arrived at a join',
    inside: `${s}<parallelGateway id="f"/>${user('a')}${user('b')}<parallelGateway id="j"/>${e}`,
    flows: ['s -> f -> a -> j -> e', 'f -> b -> j'],
    until: (driver) => driver.complete('a'),
    next: (driver) => driver.complete('b'),
  },
  {
    name: 'inclusive-join',
    about: 'an inclusive join waits for those that were chosen',
    inside: `${s}<inclusiveGateway id="f"/>${user('a')}${user('b')}<inclusiveGateway id="j"/>${e}`,
    flows: ['s -> f', 'f -> a [x > 0]', 'f -> b [x > 1]', 'a -> j', 'b -> j', 'j -> e'],
    variables: { x: 2 },
    until: (driver) => driver.complete('b'),
    next: (driver) => driver.complete('a'),
  },
  {
    name: 'parallel-multi-instance',
    about: 'one of three iterations is done and has given its output',
    inside: s + user('u', each(false), 'seen') + e,
    flows: ['s -> u -> e'],
    variables: { grids: [1, 2, 3] },
    until: (driver) => driver.complete('u', { seen: 10 }),
    next: (driver) => {
      driver.complete('u', { seen: 20 });
      driver.complete('u', { seen: 30 });
    },
  },
  {
    name: 'sequential-multi-instance',
    about: 'is at the second of three iterations',
    inside: s + user('u', each(true), 'seen') + e,
    flows: ['s -> u -> e'],
    variables: { grids: [1, 2, 3] },
    until: (driver) => driver.complete('u', { seen: 10 }),
    next: (driver) => {
      driver.complete('u', { seen: 20 });
      driver.complete('u', { seen: 30 });
    },
  },
  {
    name: 'standard-loop',
    about: 'is in the second round of a loop',
    inside: `${s}${user('u', '<standardLoopCharacteristics testBefore="false"><loopCondition xsi:type="tFormalExpression">=again</loopCondition></standardLoopCharacteristics>', 'again')}${e}`,
    flows: ['s -> u -> e'],
    until: (driver) => driver.complete('u', { again: true }),
    next: (driver) => driver.complete('u', { again: false }),
  },
  {
    name: 'event-based-gateway',
    about: 'waits for a message or for time to pass; the time passes',
    beside: '<message id="m" name="reply"/>',
    inside: `${s}<eventBasedGateway id="g"/><intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><intermediateCatchEvent id="t">${duration('PT4H')}</intermediateCatchEvent>${user('u')}${e}`,
    flows: ['s -> g -> c -> e', 'g -> t -> u -> e'],
    next: (driver) => {
      driver.fireAny();
      driver.complete('u');
    },
  },
  {
    name: 'message-event',
    about: 'waits for a message, which comes',
    beside: '<message id="m" name="reply"/>',
    inside: `${s}<intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${e}`,
    flows: ['s -> c -> e'],
    next: (driver) => driver.trigger({ text: 'yes' }),
  },
  {
    name: 'sub-process-with-boundary-timer',
    about: 'waits inside a sub-process that a timer interrupts',
    inside: `${s}<subProcess id="p1"><startEvent id="s1"/>${user('in')}<endEvent id="e1"/><sequenceFlow id="f1" sourceRef="s1" targetRef="in"/><sequenceFlow id="f2" sourceRef="in" targetRef="e1"/></subProcess><boundaryEvent id="late" attachedToRef="p1">${duration('P1D')}</boundaryEvent>${user('after')}${e}`,
    flows: ['s -> p1 -> e', 'late -> after -> e'],
    next: (driver) => {
      driver.fireAny();
      driver.complete('after');
    },
  },
  {
    name: 'event-sub-process',
    about: 'listens beside its work; the time passes twice',
    inside: `${s}${user('u')}${e}<subProcess id="p1" triggeredByEvent="true"><startEvent id="s1" isInterrupting="false"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R2/PT1H</timeCycle></timerEventDefinition></startEvent>${user('remind')}<endEvent id="e1"/><sequenceFlow id="f1" sourceRef="s1" targetRef="remind"/><sequenceFlow id="f2" sourceRef="remind" targetRef="e1"/></subProcess>`,
    flows: ['s -> u -> e'],
    until: (driver) => driver.fireAny(),
    next: (driver) => {
      driver.fireAny();
      driver.complete('remind');
      driver.complete('remind');
      driver.complete('u');
    },
  },
  {
    name: 'compensation-recorded',
    about: 'has done what can be undone; it is undone',
    inside: `${s}${user('a')}<boundaryEvent id="ca" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="ca" targetRef="undo"/>${user('u')}<intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent>${e}`,
    flows: ['s -> a -> u -> back -> e'],
    until: (driver) => driver.complete('a', { price: 7 }),
    next: (driver) => {
      driver.complete('u');
      driver.complete('undo');
    },
  },
  {
    name: 'suspended',
    about: 'is suspended; refuses work, is resumed and goes on',
    inside: s + limited + e,
    flows: ['s -> u -> e'],
    until: (driver) => driver.do({ type: 'suspend', because: 'law changes', by }),
    next: (driver) => {
      driver.complete('u');
      driver.do({ type: 'resume', clocks: 'shift', by });
      driver.complete('u');
    },
  },
  {
    name: 'call-activity',
    about: 'waits for the process it called',
    inside: `${s}<callActivity id="c" calledElement="other"/>${e}`,
    flows: ['s -> c -> e'],
    next: (driver) => driver.answerCall({ kind: 'completed', variables: { result: 'good' } }),
  },
  {
    name: 'cut-step',
    about: 'a step that used up its budget goes on with what was left',
    inside: `${s}<parallelGateway id="f"/><task id="a"/><task id="b"/><task id="c"/><parallelGateway id="j"/>${user('u')}${e}`,
    flows: ['s -> f -> a -> j -> u -> e', 'f -> b -> j', 'f -> c -> j'],
    budget: 4,
    next: (driver) => {
      for (let left = 20; left > 0 && driver.instance.agenda.length > 0; left -= 1) driver.do({ type: 'continue' });
      driver.complete('u');
    },
  },
  {
    name: 'ended',
    about: 'has ended; what comes late is refused',
    inside: s + user('u') + e,
    flows: ['s -> u -> e'],
    until: (driver) => driver.complete('u'),
    next: (driver) => driver.do({ type: 'cancel-instance', because: 'late', by }),
  },
];
