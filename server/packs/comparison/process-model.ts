import { readBpmnXml } from '../../kernel/bpmn/compile/read-bpmn-xml.ts';
import { clockStages } from '../../kernel/calendar/time-limit.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { present, takeText, takeTree, takeTrees, treeOfModel, type OpenTree } from './model-tree.ts';
import { written } from './written.ts';

/**
 * A BPMN file as what it means: processes with their steps and routes by id. The drawing is kept apart, and whatever
 * nobody knows stays under `other`, so that two models are equal only when the files say the same.
 *
 * @returns null when the text is no BPMN that can be read
 */
export async function processModel(xml: string): Promise<JsonObject | null> {
  const { root } = await readBpmnXml(xml);
  if (!root) return null;
  const tree = treeOfModel(root);
  const drawing: OpenTree = {};
  const diagrams = tree['diagrams'];
  delete tree['diagrams'];
  if (diagrams !== undefined) drawing['diagrams'] = diagrams;
  const processes: { [id: string]: Json } = {};
  const others: OpenTree[] = [];
  for (const element of takeTrees(tree, 'rootElements'))
    if (element['$type'] === 'bpmn:Process') processes[written(element['id'])] = oneProcess(element, drawing);
    else others.push(element);
  return present({ processes, drawing, other: { ...tree, ...(others.length > 0 ? { rootElements: others } : {}) } });
}

function oneProcess(tree: OpenTree, drawing: OpenTree): JsonObject {
  delete tree['id'];
  delete tree['$type'];
  const members = takeTrees(tree, 'flowElements');
  const flows = members.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const steps = members.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
  const name = takeText(tree, 'name');
  const documentation = documentationOf(tree);
  return present({
    name,
    documentation,
    steps: Object.fromEntries(steps.map((step) => [written(step['id']), oneStep(step, flows, drawing)])),
    flows: Object.fromEntries(flows.map((flow) => [written(flow['id']), oneFlow({ ...flow }, drawing)])),
    other: tree,
  });
}

function documentationOf(tree: OpenTree): string | undefined {
  const pieces = takeTrees(tree, 'documentation').map((piece) => takeText(piece, 'text') ?? '');
  return pieces.length === 0 ? undefined : pieces.join('\n');
}

type Taking = (type: string, isMeant?: (value: OpenTree) => boolean) => OpenTree | undefined;

/** What extensions say of a step, each under its own name; a second one of a kind stays where it was. */
function extensionsOf(tree: OpenTree): Taking {
  const holder = takeTree(tree, 'extensionElements');
  const values = holder ? [...takeTrees(holder, 'values')] : [];
  if (holder) tree['extensionElements'] = values;
  return (type, isMeant = () => true) => {
    const index = values.findIndex((value) => value['$type'] === type && isMeant(value));
    const [found] = index < 0 ? [] : values.splice(index, 1);
    if (values.length === 0) delete tree['extensionElements'];
    return found;
  };
}

function oneStep(step: OpenTree, flows: readonly OpenTree[], drawing: OpenTree): JsonObject {
  const tree = { ...step };
  const id = takeText(tree, 'id') ?? '';
  // A step's list of its routes only repeats what the routes say.
  for (const side of ['incoming', 'outgoing'])
    if (tree[side] !== undefined) {
      drawing[`${id} ${side}`] = tree[side];
      delete tree[side];
    }
  const ways = flows.filter(({ sourceRef }) => sourceRef === id).map((flow) => written(flow['id']));
  const extension = extensionsOf(tree);
  const type = takeText(tree, '$type');
  const known = {
    type,
    name: takeText(tree, 'name'),
    documentation: documentationOf(tree),
    ...extensionMembers(extension, tree),
    default: takeText(tree, 'default'),
    attachedTo: takeText(tree, 'attachedToRef'),
    ...timerOf(tree, drawing),
    // Which route is looked at first counts where only one is taken.
    ...(type === 'bpmn:ExclusiveGateway' && ways.length > 1 ? { ways: ways } : {}),
  };
  return present({ ...known, other: tree });
}

function extensionMembers(extension: Taking, tree: OpenTree): { readonly [member: string]: Json | undefined } {
  const rest: OpenTree = {};
  const from = (
    type: string,
    names: { readonly [member: string]: string },
    isMeant?: (value: OpenTree) => boolean,
  ): { [member: string]: Json | undefined } => {
    const found = extension(type, isMeant);
    if (!found) return {};
    delete found['$type'];
    const taken = Object.entries(names).map(([member, name]) => [member, takeText(found, name)] as const);
    if (Object.keys(found).length > 0) rest[type] = found;
    return Object.fromEntries(taken);
  };
  const members = {
    ...from('grid:Stage', { stage: 'id' }),
    ...from('grid:Assignment', { post: 'post', area: 'area', fallback: 'fallback' }),
    ...from('grid:Told', { told: 'posts' }),
    ...from('grid:Duties', {
      feedback: 'feedback',
      responsible: 'responsible',
      procedural: 'procedural',
      substantive: 'substantive',
    }),
    ...from('grid:Approval', {
      mode: 'mode',
      voters: 'posts',
      votersAre: 'of',
      needed: 'needed',
      ratio: 'ratio',
      answer: 'field',
      outcome: 'result',
    }),
    ...limitsOf(from),
    ...from('grid:ListensTo', { listensClock: 'clock', listensAfter: 'after', listensStage: 'stage' }),
    ...from('grid:Instruction', { instruction: 'text' }),
    ...from('zeebe:FormDefinition', { form: 'formId' }),
    ...from('zeebe:TaskDefinition', { job: 'type', retries: 'retries' }),
    ...from('zeebe:CalledDecision', { decision: 'decisionId', result: 'resultVariable' }),
    ...mappingsOf(extension),
    headers: headersOf(extension),
  };
  if (Object.keys(rest).length > 0) tree['extensions'] = rest;
  return members;
}

type From = (
  type: string,
  names: { readonly [member: string]: string },
  isMeant?: (value: OpenTree) => boolean,
) => { readonly [member: string]: Json | undefined };

/** That of the handling is `limit`, that of another stage `limit sign-for`. */
function limitsOf(from: From): { readonly [member: string]: Json | undefined } {
  const members: { [member: string]: Json | undefined } = {};
  for (const stage of clockStages) {
    const of = stage === 'handle' ? '' : ` ${stage}`;
    const names = { [`limit${of}`]: 'limit', [`ladder${of}`]: 'ladder' };
    const isMeant = (value: OpenTree): boolean => (written(value['stage']) || 'handle') === stage;
    const { [`of${of}`]: _stage, ...found } = from('grid:TimeLimit', { ...names, [`of${of}`]: 'stage' }, isMeant);
    Object.assign(members, found);
  }
  return members;
}

function mappingsOf(extension: Taking): { readonly [side: string]: Json | undefined } {
  const mapping = extension('zeebe:IoMapping');
  const read = (name: string): Json | undefined => {
    const pairs = mapping ? takeTrees(mapping, name) : [];
    return pairs.length === 0
      ? undefined
      : Object.fromEntries(pairs.map((pair) => [written(pair['target']), written(pair['source'])]));
  };
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
}

function headersOf(extension: Taking): Json | undefined {
  const headers = extension('zeebe:TaskHeaders');
  const pairs = headers ? takeTrees(headers, 'values') : [];
  return pairs.length === 0
    ? undefined
    : Object.fromEntries(pairs.map((pair) => [written(pair['key']), written(pair['value'])]));
}

const timerKinds = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;

function timerOf(tree: OpenTree, drawing: OpenTree): { readonly [member: string]: Json | undefined } {
  const interrupting = tree['cancelActivity'];
  delete tree['cancelActivity'];
  const kept = interrupting === false ? { interrupting: false } : {};
  const definitions = takeTrees(tree, 'eventDefinitions');
  const [definition] = definitions;
  if (definitions.length !== 1 || definition?.['$type'] !== 'bpmn:TimerEventDefinition') {
    if (definitions.length > 0) tree['eventDefinitions'] = [...definitions];
    return kept;
  }
  for (const [property, kind] of Object.entries(timerKinds)) {
    const expression = takeTree(definition, property);
    const text = expression && takeText(expression, 'body');
    if (!text) continue;
    drawing[`timer ${written(definition['id'])}`] = definition;
    return { ...kept, timer: { kind, text } };
  }
  tree['eventDefinitions'] = [definition];
  return kept;
}

function oneFlow(flow: OpenTree, drawing: OpenTree): JsonObject {
  const id = written(flow['id']);
  delete flow['id'];
  delete flow['$type'];
  const condition = takeTree(flow, 'conditionExpression');
  const extension = extensionsOf(flow);
  const passes = extension('grid:Passes');
  const known = {
    name: takeText(flow, 'name'),
    from: takeText(flow, 'sourceRef'),
    to: takeText(flow, 'targetRef'),
    condition: condition && takeText(condition, 'body'),
    documentation: documentationOf(flow),
    ...(passes
      ? { passes: present({ stages: takeText(passes, 'stages'), because: takeText(passes, 'because') }) }
      : {}),
  };
  if (condition) drawing[`condition ${id}`] = condition;
  return present({ ...known, other: flow });
}
