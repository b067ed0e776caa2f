/** Type of the jobs of those whose taker is never heard of again. */
export const poisonedOutside = 'load.poisoned';
/** Type of the jobs that a system outside does, and the name under which it says so. */
export const outsideJob = 'load.outside';
export const outsideMessage = 'load-said';

/** Ways in which a job is poison: what its handler does instead of its work, or what whoever took it does. */
export const poisons = ['throws', 'hangs', 'eats-memory', 'ends-its-process', 'is-never-heard-of'] as const;
export type Poison = (typeof poisons)[number];

/** How often a poisoned job is tried. */
export const poisonTries = 2;

/** A limit that runs out while one waits: half of it is green, half yellow. */
export const shortLimit = {
  id: 'load-short',
  title: '马上',
  amount: 0.3,
  unit: 'minutes',
  yellow: { share: 0.5 },
  // Who speaks for other systems in a load decides about its clocks too.
  pause: { by: 'street-administrator', longestDays: 30 },
  extensions: [{ by: 'street-administrator', most: { amount: 0.3, unit: 'minutes' } }],
} as const;

/** What climbs when it has: a second time a little later. */
export const shortLadder = {
  id: 'load-short',
  title: '马上',
  rungs: [
    { title: '一级', to: 'community-officer', told: ['grid-head'], notice: 'overdue-first' },
    { title: '二级', after: shortLimit.id, to: 'street-office', told: ['grid-head'], notice: 'overdue-second' },
  ],
} as const;

/** What a file of processes says before them. */
export const loadMessages = `<bpmn:message id="said" name="${outsideMessage}"><bpmn:extensionElements>
    <zeebe:subscription correlationKey="=case.id" /></bpmn:extensionElements></bpmn:message>`;

/** Processes that a load is made of, as BPMN: small enough that what is measured is the engine and not the model. */
export const loadProcesses: Readonly<Record<string, string>> = {
  // One user task: what published figures of other engines are about.
  'load-one': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    ${userTask('work', 'to-work', 'done', 'work')}
    <bpmn:endEvent id="finished"><bpmn:incoming>done</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'work')}${flow('done', 'work', 'finished')}`,
  // One user task whose time runs out while one waits, and a ladder that climbs twice.
  'load-limits': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    ${userTask('work', 'to-work', 'done', 'work', { limit: shortLimit.id, ladder: shortLadder.id })}
    <bpmn:endEvent id="finished"><bpmn:incoming>done</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'work')}${flow('done', 'work', 'finished')}`,
  // Completing its user task makes the next one, until somebody says that it is enough.
  'load-loop': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    <bpmn:exclusiveGateway id="again"><bpmn:incoming>to-work</bpmn:incoming><bpmn:incoming>more</bpmn:incoming>
      <bpmn:outgoing>to-task</bpmn:outgoing></bpmn:exclusiveGateway>
    ${userTask('work', 'to-task', 'done', 'work')}
    <bpmn:exclusiveGateway id="enough" default="more"><bpmn:incoming>done</bpmn:incoming>
      <bpmn:outgoing>more</bpmn:outgoing><bpmn:outgoing>to-end</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:endEvent id="finished"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'again')}${flow('to-task', 'again', 'work')}${flow('done', 'work', 'enough')}
    ${flow('more', 'enough', 'again')}${flow('to-end', 'enough', 'finished', '=outcome = "enough"')}`,
  // Two people one after the other, a time in between that passes, and a job that the program does.
  'load-steps': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    ${userTask('work', 'to-work', 'worked', 'work')}
    <bpmn:intermediateCatchEvent id="while"><bpmn:incoming>worked</bpmn:incoming><bpmn:outgoing>passed</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT0.2S</bpmn:timeDuration>
      </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="put-away"><bpmn:extensionElements><zeebe:taskDefinition type="grid:archive" retries="3" />
      </bpmn:extensionElements><bpmn:incoming>passed</bpmn:incoming><bpmn:outgoing>put</bpmn:outgoing></bpmn:serviceTask>
    ${userTask('look', 'put', 'looked', 'work')}
    <bpmn:endEvent id="finished"><bpmn:incoming>looked</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'work')}${flow('worked', 'work', 'while')}${flow('passed', 'while', 'put-away')}
    ${flow('put', 'put-away', 'look')}${flow('looked', 'look', 'finished')}`,
  // Nothing but a time that passes.
  'load-timer': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-while</bpmn:outgoing></bpmn:startEvent>
    <bpmn:intermediateCatchEvent id="while"><bpmn:incoming>to-while</bpmn:incoming><bpmn:outgoing>passed</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration>
      </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="finished"><bpmn:incoming>passed</bpmn:incoming></bpmn:endEvent>
    ${flow('to-while', 'begun', 'while')}${flow('passed', 'while', 'finished')}`,
  // A system outside does something and then says so, again and again until it says that it is enough.
  'load-outside': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    <bpmn:exclusiveGateway id="again"><bpmn:incoming>to-work</bpmn:incoming><bpmn:incoming>more</bpmn:incoming>
      <bpmn:outgoing>to-job</bpmn:outgoing></bpmn:exclusiveGateway>
    ${serviceTask('ask', outsideJob, 'to-job', 'asked', { retries: 20 })}
    <bpmn:intermediateCatchEvent id="hear"><bpmn:extensionElements><zeebe:ioMapping>
      <zeebe:output source="=said" target="said" /><zeebe:output source="=note" target="note" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>asked</bpmn:incoming><bpmn:outgoing>heard</bpmn:outgoing><bpmn:messageEventDefinition messageRef="said" /></bpmn:intermediateCatchEvent>
    <bpmn:exclusiveGateway id="enough" default="more"><bpmn:incoming>heard</bpmn:incoming>
      <bpmn:outgoing>more</bpmn:outgoing><bpmn:outgoing>to-end</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:endEvent id="finished"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'again')}${flow('to-job', 'again', 'ask')}${flow('asked', 'ask', 'hear')}${flow('heard', 'hear', 'enough')}
    ${flow('more', 'enough', 'again')}${flow('to-end', 'enough', 'finished', '=said = "enough"')}`,
  ...Object.fromEntries(poisons.map((poison) => [`load-${poison}`, poisoned(poison)])),
  // One user task for each of many, at once.
  'load-each': `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    ${userTask('work', 'to-work', 'done', 'work', {
      loop: `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
        <zeebe:loopCharacteristics inputCollection="=for one in 1..count return one" inputElement="one"
          outputCollection="outcomes" outputElement="=outcome" /></bpmn:extensionElements>
      </bpmn:multiInstanceLoopCharacteristics>`,
    })}
    <bpmn:endEvent id="finished"><bpmn:incoming>done</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'work')}${flow('done', 'work', 'finished')}`,
};

function poisoned(poison: Poison): string {
  const type = poison === 'is-never-heard-of' ? poisonedOutside : 'webhook:send';
  return `
    <bpmn:startEvent id="begun"><bpmn:extensionElements><grid:stage id="report" /></bpmn:extensionElements><bpmn:outgoing>to-work</bpmn:outgoing></bpmn:startEvent>
    ${serviceTask('poisoned', type, 'to-work', 'done', { retries: poisonTries, headers: { retryBackoff: 'PT0.1S', poison } })}
    <bpmn:endEvent id="finished"><bpmn:incoming>done</bpmn:incoming></bpmn:endEvent>
    ${flow('to-work', 'begun', 'poisoned')}${flow('done', 'poisoned', 'finished')}`;
}

interface JobWishes {
  readonly retries: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function serviceTask(id: string, type: string, from: string, to: string, { retries, headers = {} }: JobWishes): string {
  const written = Object.entries(headers).map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`);
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="${retries}" />
      ${written.length > 0 ? `<zeebe:taskHeaders>${written.join('')}</zeebe:taskHeaders>` : ''}</bpmn:extensionElements>
      <bpmn:incoming>${from}</bpmn:incoming><bpmn:outgoing>${to}</bpmn:outgoing></bpmn:serviceTask>`;
}

interface TaskWishes {
  readonly limit?: string;
  readonly ladder?: string;
  readonly loop?: string;
}

function userTask(id: string, from: string, to: string, form: string, wishes: TaskWishes = {}): string {
  const { limit = 'assign', ladder, loop = '' } = wishes;
  return `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
      <grid:assignment post="mediator" area="=case.area" /><grid:timeLimit limit="${limit}"${ladder === undefined ? '' : ` ladder="${ladder}"`} />
      <zeebe:formDefinition formId="${form}" />
      <zeebe:ioMapping><zeebe:output source="=outcome" target="outcome" /></zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>${from}</bpmn:incoming><bpmn:outgoing>${to}</bpmn:outgoing>${loop}</bpmn:userTask>`;
}

function flow(id: string, from: string, to: string, condition?: string): string {
  const body =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replaceAll('"', '&quot;')}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`;
}
