import { anyCatch, catchable, catchableBeside, definitionOf, error, escalation, one, quietEnd } from './draw-events.ts';
import { condition, formal, variableCount, type Content, type Page, type Ways } from './page.ts';

export interface Step extends Content {
  readonly tag: string;
  readonly row: string;
}

type Steps = { readonly [row: string]: (page: Page, depth: number) => Step };

/** Activities that are over as soon as they are entered. */
const quick: Steps = {
  task: () => ({ tag: 'task', row: 'task' }),
  manualTask: () => ({ tag: 'manualTask', row: 'manualTask' }),
  scriptTask: ({ dice }) => {
    const variable = `v${dice.below(variableCount)}`;
    const script = `<zeebe:script expression="=modulo(${variable} + 1, ${variableCount})" resultVariable="${variable}"/>`;
    return { tag: 'scriptTask', row: 'scriptTask', extensions: script };
  },
  sendTask: (page) => ({
    tag: 'sendTask',
    row: 'sendTask',
    attributes: `messageRef="${page.head('message', `m${page.dice.below(4)}`)}"`,
  }),
  businessRuleTask: () => ({
    tag: 'businessRuleTask',
    row: 'businessRuleTask',
    extensions: '<zeebe:calledDecision decisionId="route" resultVariable="way"/>',
  }),
};

/** Activities that wait for somebody. */
const waiting: Steps = {
  userTask: ({ dice }) => {
    const limit = dice.chance(0.3) ? '<grid:timeLimit limit="short" ladder="overdue"/>' : '';
    const output = `<zeebe:ioMapping><zeebe:output source="=answer" target="v${dice.below(variableCount)}"/></zeebe:ioMapping>`;
    return {
      tag: 'userTask',
      row: 'userTask',
      extensions: `<grid:assignment post="head" area="&quot;g1&quot;"/>${limit}${output}`,
    };
  },
  serviceTask: () => ({
    tag: 'serviceTask',
    row: 'serviceTask',
    extensions: '<zeebe:taskDefinition type="work" retries="3"/>',
  }),
  receiveTask: (page) => ({
    tag: 'receiveTask',
    row: 'receiveTask',
    attributes: `messageRef="${page.head('message', `m${page.dice.below(3)}`)}"`,
  }),
};

/** Activities with something inside, here or elsewhere. */
const nested: Steps = {
  subProcess: (page, depth) => ({ tag: 'subProcess', row: 'subProcess', content: inside(page, depth) }),
  adHoc: (page) => {
    const sequential = page.dice.chance(0.5);
    const scope = page.inside();
    const ids = [0, 1, 2]
      .slice(page.dice.below(2))
      .map(() => add(scope, step(scope, 0, page.dice.chance(0.5) ? waiting : quick)));
    if (page.dice.chance(0.5)) scope.flow(ids[0] ?? '', ids[1] ?? '');
    const condition = page.dice.chance(0.4) ? formal('completionCondition', 'v0 >= 0') : '';
    const active =
      page.dice.chance(0.3) && !sequential
        ? `<zeebe:adHoc activeElementsCollection="=[&quot;${ids.at(-1)}&quot;]"/>`
        : '';
    return {
      tag: 'adHocSubProcess',
      row: sequential ? 'ad-hoc-sequential' : 'ad-hoc-parallel',
      attributes: `ordering="${sequential ? 'Sequential' : 'Parallel'}" cancelRemainingInstances="${page.dice.chance(0.5)}"`,
      extensions: active,
      content: scope.xml() + condition,
    };
  },
};

/** Activities that call another process or a global task. */
const calling: Steps = {
  callActivity: (page) => {
    const called = page.dice.pick(page.sheet.callable);
    return {
      tag: 'callActivity',
      row: called.startsWith('global') ? 'call-global-task' : 'call-process',
      attributes: `calledElement="${called}"`,
    };
  },
};

function step(page: Page, depth: number, ...among: readonly Steps[]): Step {
  const steps = Object.assign({}, ...among) as Steps;
  return page.dice.pick(Object.values(steps))(page, depth);
}

/** What is added to the inside of a sub-process; `begin` leads to it from where the inside begins. */
type Addition = (scope: Page, begin: (target: string) => void) => void;

/** The inside of a sub-process: a block between its start and end, with whatever is added. */
export function inside(page: Page, depth: number, addTo: Addition = () => {}): string {
  const scope = page.inside();
  const body = scope.block(depth - 1);
  // Where there is no start event, everything begins that nothing leads to.
  const start = page.dice.chance(0.1) ? null : scope.add('startEvent', page.id('start-none'));
  const begin = (target: string): void => {
    if (start !== null) scope.flow(start, target);
  };
  if (start === null) scope.write(`<textAnnotation id="${page.id('start-implicit')}"/>`);
  begin(body.in);
  if (start !== null || page.dice.chance(0.5)) scope.flow(body.out, quietEnd(scope));
  addTo(scope, begin);
  return scope.xml();
}

function add(page: Page, { tag, row, ...content }: Step, ...rows: readonly string[]): string {
  return page.add(tag, page.id(row, ...rows), content);
}

function stepOf(among: Steps, row: string, page: Page): Step {
  const draw = among[row];
  if (!draw) throw new Error(`there is no step ${row}`);
  return draw(page, 0);
}

/** What may stand inside or be called from here. */
function deeper(page: Page, depth: number): readonly Steps[] {
  return [...(depth > 0 ? [nested] : []), ...(page.sheet.callable.length > 0 ? [calling] : [])];
}

/** Any activity, now and then several times. */
export function activity(page: Page, depth: number): Ways {
  const drawn = step(page, depth, quick, waiting, ...deeper(page, depth));
  if (!page.dice.chance(0.2)) return one(add(page, drawn));
  const loop = loops(page);
  return one(add(page, { ...drawn, content: (drawn.content ?? '') + loop.content }, ...loop.rows));
}

/** An activity that waits; its rows and content, to attach something to it. */
export function waitingStep(page: Page, depth: number): Step {
  return step(page, depth, waiting, ...deeper(page, depth));
}

function loops(page: Page): { readonly rows: readonly string[]; readonly content: string } {
  const { dice } = page;
  if (dice.chance(0.3)) {
    const before = dice.chance(0.5);
    const content = `<standardLoopCharacteristics testBefore="${before}" loopMaximum="${1 + dice.below(3)}">${formal('loopCondition', condition(dice))}</standardLoopCharacteristics>`;
    return { rows: [before ? 'loop-before' : 'loop-after'], content };
  }
  const sequential = dice.chance(0.5);
  const rows = [sequential ? 'mi-sequential' : 'mi-parallel'];
  const counted = dice.chance(0.5);
  rows.push(counted ? 'mi-cardinality' : 'mi-collection');
  const times = counted
    ? formal('loopCardinality', dice.pick(['2', '3', 'v0']))
    : '<extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" inputElement="item" outputCollection="all" outputElement="=item"/></extensionElements>';
  const done = dice.chance(0.3) ? formal('completionCondition', 'numberOfCompletedInstances >= 1') : '';
  if (done !== '') rows.push('mi-completion');
  const behavior = dice.pick(['', '', 'One', 'None', 'Complex']);
  if (behavior !== '') rows.push(`mi-behavior-${behavior.toLowerCase()}`);
  return {
    rows,
    content: `<multiInstanceLoopCharacteristics isSequential="${sequential}" ${events(page, behavior)}${times}${complexEvents(page, behavior)}${done}</multiInstanceLoopCharacteristics>`,
  };
}

function events(page: Page, behavior: string): string {
  if (behavior === '') return '>';
  const signal = page.head('signal', 's3');
  page.sheet.heads.set('thrown-by-loops', `<signalEventDefinition id="thrown-by-loops" signalRef="${signal}"/>`);
  const reference = { One: 'oneBehaviorEventRef', None: 'noneBehaviorEventRef' }[behavior];
  return `behavior="${behavior}" ${reference ? `${reference}="thrown-by-loops"` : ''}>`;
}

function complexEvents(page: Page, behavior: string): string {
  if (behavior !== 'Complex') return '';
  const event = `<event id="${page.id('loop-event')}"><signalEventDefinition signalRef="s3"/></event>`;
  return `<complexBehaviorDefinition id="${page.id('loop-behavior')}">${formal('condition', 'numberOfCompletedInstances >= 1')}${event}</complexBehaviorDefinition>`;
}

/** An event on the boundary of an activity that waits: it ends it and goes another way, or happens beside it. */
export function watched(page: Page, depth: number): Ways {
  const { dice } = page;
  const beside = dice.chance(0.5);
  const [drawn, event] = dice.chance(0.25)
    ? thrower(page, depth, beside ? 'escalation' : dice.pick(['error', 'escalation']), beside)
    : [waitingStep(page, depth), anyCatch(page, beside ? catchableBeside : catchable)];
  const host = add(page, drawn);
  const id = page.add('boundaryEvent', page.id(`boundary-${event.kind}${beside ? '-beside' : ''}`), {
    ...event,
    attributes: `attachedToRef="${host}" cancelActivity="${!beside}" ${event.attributes ?? ''}`,
  });
  const then = page.block(depth - 1);
  page.flow(id, then.in);
  if (beside) {
    page.flow(then.out, quietEnd(page));
    return one(host);
  }
  const join = page.add('exclusiveGateway', page.id('exclusive-merge'));
  page.flow(host, join);
  page.flow(then.out, join);
  return { in: host, out: join };
}

/** An activity out of which an error or an escalation comes, and what catches it. */
function thrower(
  page: Page,
  depth: number,
  kind: string,
  beside: boolean,
): [Step, { readonly kind: string } & Content] {
  const catches = page.dice.chance(0.5) ? `${kind}0` : null;
  const event = caught(page, kind, catches, beside);
  if (kind === 'error' && page.dice.chance(0.4)) return [stepOf(waiting, 'serviceTask', page), event];
  if (page.sheet.callable.length > 0 && page.dice.chance(0.3))
    return [{ tag: 'callActivity', row: 'call-process', attributes: `calledElement="${kind}-out"` }, event];
  return [{ tag: 'subProcess', row: 'subProcess', content: inside(page, depth, throwing(page, kind)) }, event];
}

/** What catches an error or an escalation; an escalation may be one of several things that must come. */
function caught(page: Page, kind: string, code: string | null, beside: boolean): { readonly kind: string } & Content {
  if (kind === 'error') return { kind, content: error(page, code) };
  const content = escalation(page, code);
  if (page.dice.chance(0.7)) return { kind, content };
  const message = definitionOf(beside ? catchableBeside : catchable, 'message', page);
  return { kind: 'parallel-multiple', attributes: 'parallelMultiple="true"', content: content + message };
}

/** Makes a sub-process throw, beside what else goes on in it. */
function throwing(page: Page, kind: string): Addition {
  return (scope, begin) => {
    const definition = kind === 'error' ? error(page, 'error0') : escalation(page, 'escalation0');
    const before = add(scope, page.dice.chance(0.5) ? stepOf(waiting, 'userTask', page) : stepOf(quick, 'task', page));
    begin(before);
    scope.flow(before, scope.add('endEvent', page.id(`end-${kind}`), { content: definition }));
  };
}

/** A sub-process that ends as soon as something in it says so, whatever else goes on. */
export function terminated(page: Page, depth: number): Ways {
  const stop: Addition = (scope, begin) => {
    const before = add(scope, step(page, 0, quick, waiting));
    begin(before);
    scope.flow(before, scope.add('endEvent', page.id('end-terminate'), { content: '<terminateEventDefinition/>' }));
  };
  return one(page.add('subProcess', page.id('subProcess'), { content: inside(page, depth, stop) }));
}

/** A sub-process in which an event sub-process waits: it ends what goes on around it, or happens beside it. */
export function eventful(page: Page, depth: number): Ways {
  return one(
    page.add('subProcess', page.id('subProcess'), { content: inside(page, depth, eventSubProcess(page, depth)) }),
  );
}

/** Adds an event sub-process to a scope, and what it catches where that comes from inside. */
export function eventSubProcess(page: Page, depth: number): Addition {
  return (scope, begin) => {
    const { dice } = page;
    const beside = dice.chance(0.5);
    const kind = dice.chance(0.25) ? (beside ? 'escalation' : dice.pick(['error', 'escalation'])) : null;
    const code = dice.chance(0.5) ? `${kind}0` : null;
    const event =
      kind === null ? anyCatch(page, beside ? catchableBeside : catchable) : caught(page, kind, code, beside);
    if (kind !== null) throwing(page, kind)(scope, begin);
    const inner = scope.inside();
    const body = inner.block(depth - 2);
    const start = inner.add('startEvent', page.id(`event-start-${event.kind}${beside ? '-beside' : ''}`), {
      ...event,
      attributes: `isInterrupting="${!beside}" ${event.attributes ?? ''}`,
    });
    inner.flow(start, body.in);
    inner.flow(body.out, quietEnd(inner));
    scope.add('subProcess', page.id('event-sub-process'), {
      attributes: 'triggeredByEvent="true"',
      content: inner.xml(),
    });
  };
}
