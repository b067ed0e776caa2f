/** A model of the benchmark, in words that both engines understand. */
export interface Model {
  readonly name: string;
  readonly xml: string;
}

const open = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench"><process id="bench" isExecutable="true">`;
const close = '</process></definitions>';

function serviceTask(id: string): string {
  const definition = '<extensionElements><zeebe:taskDefinition type="work"/></extensionElements>';
  return `<serviceTask id="${id}" implementation="\${environment.services.work}">${definition}</serviceTask>`;
}

/** A chain `a -> b -> c` as sequence flows. */
function flows(...chains: readonly string[]): string {
  const pairs = chains.flatMap((chain) => {
    const ids = chain.split(' -> ');
    return ids.slice(1).map((target, index) => [ids[index] ?? '', target] as const);
  });
  return pairs
    .map(([source, target]) => `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`)
    .join('');
}

function model(name: string, nodes: string, ...chains: readonly string[]): Model {
  return { name, xml: `${open}<startEvent id="begin"/>${nodes}<endEvent id="end"/>${flows(...chains)}${close}` };
}

const five = ['a', 'b', 'c', 'd', 'e'];
const three = ['a', 'b', 'c'];

/** Start, five service tasks one after the other, end. */
export const fiveServiceTasks = model(
  'five-service-tasks',
  five.map(serviceTask).join(''),
  `begin -> ${five.join(' -> ')} -> end`,
);

/** A parallel split into three service tasks, and their join. */
export const splitJoin = model(
  'split-join',
  `<parallelGateway id="split"/>${three.map(serviceTask).join('')}<parallelGateway id="join"/>`,
  'begin -> split',
  ...three.map((id) => `split -> ${id} -> join`),
  'join -> end',
);

/** One user task, at which the instance is saved and loaded. */
export const waitSaveLoad = model('wait-save-load', '<userTask id="ask"/>', 'begin -> ask -> end');

const legs = Array.from({ length: 12 }, (_, index) => index);

/** Fifty elements: twelve times a task, a choice and its merge, with flows, start and end. */
export const fiftyElements = model(
  'fifty-elements',
  legs
    .map(
      (leg) =>
        `${serviceTask(`t${leg}`)}<exclusiveGateway id="g${leg}" default="g${leg}_s${leg}"/>${serviceTask(`s${leg}`)}<exclusiveGateway id="m${leg}"/>`,
    )
    .join(''),
  `begin -> ${legs.map((leg) => `t${leg} -> g${leg} -> s${leg} -> m${leg}`).join(' -> ')} -> end`,
);

/** A chain of so many user tasks. */
export function longChain(length: number): string {
  const ids = Array.from({ length }, (_, index) => `u${index}`);
  return model('long', ids.map((id) => `<userTask id="${id}"/>`).join(''), `begin -> ${ids.join(' -> ')} -> end`).xml;
}

/** A user task that comes round again, beside a sub-process in which so many tokens wait. */
export function crowded(tokens: number): string {
  const loop = `<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">${tokens}</loopCardinality></multiInstanceLoopCharacteristics>`;
  const nodes = `<parallelGateway id="split"/><userTask id="many">${loop}</userTask><exclusiveGateway id="again"/><userTask id="one"/>`;
  return model('crowded', nodes, 'begin -> split -> many -> end', 'split -> again -> one -> again').xml;
}
