import { block, sequence } from './draw-block.ts';
import { eventSubProcess } from './draw-activities.ts';
import { catchable, definitionOf, quietEnd } from './draw-events.ts';
import { dice, type Dice } from './dice.ts';
import { Page, type Sheet, type Ways } from './page.ts';
import { spoilt } from './spoil.ts';

/** A random BPMN file. */
export interface RandomModel {
  readonly xml: string;
  /** Where the first process is begun: nothing for its own start. */
  readonly begins: { readonly startEvent?: string; readonly event?: string };
  /** Blocks out of which as many tokens come as go in, unless something is taken away. */
  readonly balanced: readonly Ways[];
  /** What was spoilt in it; null: the model is sound. */
  readonly spoilt: string | null;
}

const spoiltShare = 0.1;

/** The model of a seed: always the same. One in ten is spoilt, so that it is refused, gets stuck or runs wild. */
export function randomModel(seed: number): RandomModel {
  const chance = dice(seed);
  const sheet: Sheet = {
    dice: chance,
    block,
    heads: new Map(),
    balanced: [],
    messageFlows: [],
    callable: ['called', 'global-user', 'global-script'],
    ids: { count: 0 },
  };
  const page = new Page(sheet);
  const begins = drawProcess(page);
  const main = `<process id="main" isExecutable="true">${page.xml()}</process>`;
  const others = otherProcesses(sheet, main);
  const file = fileOf([...sheet.heads.values()].join(''), main + others, collaboration(sheet));
  const spoiling = chance.chance(spoiltShare) ? spoilt(file, chance) : null;
  return {
    xml: spoiling?.xml ?? file,
    begins,
    balanced: sheet.balanced,
    spoilt: spoiling?.how ?? null,
  };
}

function drawProcess(page: Page): RandomModel['begins'] {
  const { dice: chance } = page;
  const body = sequence(page, 2 + chance.below(2));
  const { begins, into } = begin(page, chance, body.in);
  page.flow(body.out, chance.chance(0.2) ? withPartner(page) : quietEnd(page));
  if (chance.chance(0.15)) eventSubProcess(page, 2)(page, into);
  return begins;
}

interface Beginning {
  readonly begins: RandomModel['begins'];
  readonly into: (target: string) => void;
}

/** Begins a process in one of the ways the standard knows. */
function begin(page: Page, chance: Dice, body: string): Beginning {
  const kind = chance.pick(['none', 'none', 'implicit', 'receive', 'gateway', 'gateway', 'event', 'event']);
  const leads = (from: string, begins: RandomModel['begins']): Beginning => {
    page.flow(from, body);
    return { begins, into: (target) => page.flow(from, target) };
  };
  if (kind === 'implicit') {
    page.write(`<textAnnotation id="${page.id('start-implicit')}"/>`);
    return { begins: {}, into: () => {} };
  }
  if (kind === 'receive') {
    const receive = page.add('receiveTask', page.id('instantiating-receive'), {
      attributes: `instantiate="true" messageRef="${page.head('message', 'm7')}"`,
    });
    return leads(receive, { startEvent: receive });
  }
  if (kind === 'gateway') return beginAtGateway(page, chance, leads);
  const event = kind === 'none' ? 'none' : chance.pick([...Object.keys(catchable), 'multiple', 'parallel-multiple']);
  const start = page.add('startEvent', page.id(`start-${event}`), {
    ...(event === 'parallel-multiple' ? { attributes: 'parallelMultiple="true"' } : {}),
    content: startDefinition(page, event),
  });
  return leads(start, { startEvent: start });
}

/** What a process begins by is thrown nowhere in the file: it would begin without end. */
function startDefinition(page: Page, event: string): string {
  const message = `<messageEventDefinition messageRef="${page.head('message', 'm9')}"/>`;
  const signal = `<signalEventDefinition signalRef="${page.head('signal', 's9')}"/>`;
  if (event === 'none') return '';
  if (event.endsWith('multiple')) return message + signal;
  return { message, signal }[event] ?? definitionOf(catchable, event, page);
}

function beginAtGateway(
  page: Page,
  chance: Dice,
  leads: (from: string, begins: RandomModel['begins']) => Beginning,
): Beginning {
  const isParallel = chance.chance(0.5);
  const gateway = page.id(isParallel ? 'instantiating-event-based-parallel' : 'instantiating-event-based');
  page.add('eventBasedGateway', gateway, {
    attributes: `instantiate="true" eventGatewayType="${isParallel ? 'Parallel' : 'Exclusive'}"`,
  });
  const join = page.id(isParallel ? 'parallel-join' : 'exclusive-merge');
  page.add(isParallel ? 'parallelGateway' : 'exclusiveGateway', join);
  const events = ['m5', 'm6'].map((message) => {
    const event = page.add('intermediateCatchEvent', page.id('catch-message'), {
      content: `<messageEventDefinition messageRef="${page.head('message', message)}"/>`,
    });
    page.flow(gateway, event);
    page.flow(event, join);
    return event;
  });
  const after = page.add('task', page.id('task'));
  page.flow(join, after);
  return leads(after, { startEvent: gateway, event: chance.pick(events) });
}

/** Tells another pool, and waits for its answer; answers where this begins. */
function withPartner(page: Page): string {
  const [send, reply] = [page.id('message-flow-out'), page.id('message-flow-in')];
  const message = page.head('message', 'm8');
  page.add('sendTask', send, { attributes: `messageRef="${message}"` });
  page.add('receiveTask', reply, { attributes: `messageRef="${message}"` });
  page.flow(send, reply);
  page.flow(reply, quietEnd(page));
  page.sheet.messageFlows.push([send, 'partner-start'], ['partner-end', reply]);
  return send;
}

function collaboration({ messageFlows }: Sheet): string {
  if (messageFlows.length === 0) return '';
  const flows = messageFlows.map(
    ([source, target], index) => `<messageFlow id="message-flow${index}" sourceRef="${source}" targetRef="${target}"/>`,
  );
  const pools = ['main', 'partner'].map((id) => `<participant id="pool-${id}" processRef="${id}"/>`);
  return `<collaboration id="collaboration">${pools.join('')}${flows.join('')}</collaboration>`;
}

const toHead = '<extensionElements><grid:assignment post="head" area="&quot;g1&quot;"/></extensionElements>';
const definition = (kind: string, reference: string): string => `<${kind}EventDefinition ${kind}Ref="${reference}"/>`;

/** Processes that the first one calls or tells, as far as it does. */
function otherProcesses(sheet: Sheet, main: string): string {
  const isCalled = (id: string): boolean => main.includes(`calledElement="${id}"`);
  const throwing = (kind: string): string =>
    `<process id="${kind}-out" isExecutable="true"><startEvent id="${kind}-start"/><userTask id="${kind}-user">${toHead}</userTask><endEvent id="${kind}-end">${definition(kind, `${kind}0`)}</endEvent><sequenceFlow id="${kind}-1" sourceRef="${kind}-start" targetRef="${kind}-user"/><sequenceFlow id="${kind}-2" sourceRef="${kind}-user" targetRef="${kind}-end"/></process>`;
  const code = (kind: string): void =>
    void sheet.heads.set(`${kind}0`, `<${kind} id="${kind}0" name="${kind}0" ${kind}Code="${kind}0"/>`);
  const parts: string[] = [];
  for (const kind of ['error', 'escalation'])
    if (isCalled(`${kind}-out`)) {
      code(kind);
      parts.push(throwing(kind));
    }
  if (isCalled('called')) parts.push(calledProcess(sheet));
  if (isCalled('global-user')) parts.push(`<globalUserTask id="global-user">${toHead}</globalUserTask>`);
  if (isCalled('global-script'))
    parts.push(
      '<globalScriptTask id="global-script"><extensionElements><zeebe:script expression="=1" resultVariable="counted"/></extensionElements></globalScriptTask>',
    );
  if (sheet.messageFlows.length > 0) parts.push(partner);
  return parts.join('');
}

function calledProcess(sheet: Sheet): string {
  const page = new Page({ ...sheet, callable: [] });
  const start = page.add('startEvent', page.id('start-none'));
  const body = page.block(1);
  page.flow(start, body.in);
  page.flow(body.out, quietEnd(page));
  return `<process id="called" isExecutable="true">${page.xml()}</process>`;
}

const partner = `<process id="partner" isExecutable="true"><startEvent id="partner-start"><messageEventDefinition messageRef="m8"/></startEvent><userTask id="partner-user">${toHead}</userTask><endEvent id="partner-end"><messageEventDefinition messageRef="m8"/></endEvent><sequenceFlow id="partner-1" sourceRef="partner-start" targetRef="partner-user"/><sequenceFlow id="partner-2" sourceRef="partner-user" targetRef="partner-end"/></process>`;

function fileOf(heads: string, processes: string, pools: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:grid="https://gridloom.dev/schema/grid/1.0" id="file" targetNamespace="test">${heads}${pools}${processes}</definitions>`;
}
