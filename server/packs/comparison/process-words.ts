import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Pair } from './json-differences.ts';
import { areaLevels, type Names } from './names.ts';
import { conditionWords, literalOf, pathOf, type VariableTitles, type VariableWords } from './expression-words.ts';
import { fill, listed, quoted, same, type Sentence, type Words } from './sentence.ts';

/** What the elements and variables of one process are called, on both sides of a comparison. */
export interface ProcessWords {
  readonly names: Names;
  readonly variables: VariableTitles;
  /** `「事件处理」`, or what kind of element it is when it has no name. */
  readonly step: (id: string) => Words;
  /** `路线「办不了」`, or where it leads from and to. */
  readonly route: (id: string) => Words;
  readonly isNew: (step: string) => boolean;
  readonly isGone: (step: string) => boolean;
}

/** Kinds of BPMN elements as administrators call them. */
const stepKinds: { readonly [type: string]: Words } = {
  'bpmn:StartEvent': { zh: '开始', en: 'start' },
  'bpmn:EndEvent': { zh: '结束', en: 'end' },
  'bpmn:UserTask': { zh: '步骤', en: 'step' },
  'bpmn:ServiceTask': { zh: '自动步骤', en: 'automatic step' },
  'bpmn:BusinessRuleTask': { zh: '规则步骤', en: 'rule step' },
  'bpmn:Task': { zh: '说明步骤', en: 'plain step' },
  'bpmn:ManualTask': { zh: '手工步骤', en: 'manual step' },
  'bpmn:ExclusiveGateway': { zh: '判断', en: 'choice' },
  'bpmn:ParallelGateway': { zh: '同时办理', en: 'parallel split' },
  'bpmn:IntermediateCatchEvent': { zh: '等待', en: 'wait' },
  'bpmn:BoundaryEvent': { zh: '到时提醒', en: 'boundary timer' },
};

/** `步骤`, `判断`: what kind of element it is. */
export function stepKind(step: JsonObject): Words {
  const type = textIn(step['type']);
  return stepKinds[type] ?? { zh: '环节', en: `element (${type.replace('bpmn:', '')})` };
}

/** Words for everything two versions of a process speak of. */
export function processWords(names: Names, process: Pair): ProcessWords {
  const [before, after] = [membersOf(process.before, 'steps'), membersOf(process.after, 'steps')];
  const flows = { ...membersOf(process.before, 'flows'), ...membersOf(process.after, 'flows') };
  const step = (id: string): Words => {
    const found = after[id] ?? before[id];
    if (!isJsonObject(found)) return quoted(same(id));
    return found['name'] === undefined ? stepKind(found) : quoted(names.text(textIn(found['name'])));
  };
  return {
    names,
    variables: variableTitles(names, [...Object.values(before), ...Object.values(after)].filter(isJsonObject)),
    step,
    route(id) {
      const flow = flows[id];
      if (!isJsonObject(flow)) return fill('路线{id}', 'the route {id}', { id: quoted(same(id)) });
      if (flow['name'] !== undefined)
        return fill('路线{name}', 'the route {name}', { name: quoted(names.text(textIn(flow['name']))) });
      return fill('从{from}到{to}的路线', 'the route from {from} to {to}', {
        from: step(textIn(flow['from'])),
        to: step(textIn(flow['to'])),
      });
    },
    isNew: (step) => before[step] === undefined,
    isGone: (step) => after[step] === undefined,
  };
}

function membersOf(value: Json | undefined, name: string): JsonObject {
  const members = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(members) ? members : {};
}

/** What processes begin with, in the words of a street office (see `rootVariables` of `kernel/release`). */
const beginning: { readonly [path: string]: Words } = {
  'case.area': { zh: '事件所在网格', en: 'the grid of the case' },
  'case.category': { zh: '类别', en: 'category' },
  'case.channel': { zh: '来源', en: 'channel' },
  'case.type': { zh: '事件类型', en: 'case type' },
  'case.onTheSpot': { zh: '已当场处理', en: 'settled on the spot' },
  'case.wantsAnswer': { zh: '要求答复', en: 'answer wanted' },
  'case.reporterPost': { zh: '受理的岗位', en: 'the post that took the report' },
  'meeting.area': { zh: '会议所在区域', en: 'the area of the meeting' },
  'meeting.place': { zh: '会议地点', en: 'the place of the meeting' },
  'meeting.title': { zh: '会议名称', en: 'the title of the meeting' },
  'meeting.startsAt': { zh: '开会时间', en: 'when the meeting begins' },
  'meeting.convenorPost': { zh: '会议的主持岗位', en: 'the convening post of the meeting' },
  'meeting.recorderPost': { zh: '会议的记录岗位', en: 'the recording post of the meeting' },
  'meeting.participants': { zh: '参会岗位', en: 'the posts that take part' },
  'item.title': { zh: '议定事项', en: 'the action item' },
  'item.post': { zh: '议定的岗位', en: 'the post agreed on' },
  'item.area': { zh: '议定的区域', en: 'the area agreed on' },
  'item.limit': { zh: '议定的时限', en: 'the limit agreed on' },
  'ladder.area': { zh: '超期事项所在区域', en: 'the area of what is overdue' },
  'ladder.dueAt': { zh: '原来的期限', en: 'when it was due' },
  'rung.dueAt': { zh: '这一级的时间', en: 'when the rung is due' },
};

function variableTitles(names: Names, steps: readonly JsonObject[]): VariableTitles {
  return (path) => {
    const words = beginning[path];
    if (words) return { title: words, value: (value) => named(names, value) };
    return fieldWords(names, steps, path) ?? columnWords(names, steps, path);
  };
}

/** A variable that a step hands on from its form is what the field is called. */
function fieldWords(names: Names, steps: readonly JsonObject[], path: string): VariableWords | null {
  for (const step of steps) {
    const source = membersOf(step, 'outputs')[path];
    const field = typeof source === 'string' ? pathOf(source) : null;
    const schema = field === null ? null : names.form(textIn(step['form']))?.['schema'];
    const node = isJsonObject(schema) ? membersOf(schema, 'properties')[field ?? ''] : undefined;
    if (!isJsonObject(node)) continue;
    return {
      title: names.text(textIn(node['title']) || path),
      value: (value) => choiceTitle(names, node, value) ?? named(names, value),
    };
  }
  return null;
}

/** The title of a choice in a form's schema. */
export function choiceTitle(names: Names, node: JsonObject, value: Json): Words | null {
  const choices = node['oneOf'];
  const chosen = isJsonArray(choices)
    ? choices.find((choice) => isJsonObject(choice) && choice['const'] === value)
    : undefined;
  return isJsonObject(chosen) && typeof chosen['title'] === 'string' ? names.text(chosen['title']) : null;
}

/** A member of what a rule answers is what the column of its table is called. */
function columnWords(names: Names, steps: readonly JsonObject[], path: string): VariableWords | null {
  const [result, column, ...deeper] = path.split('.');
  if (column === undefined || deeper.length > 0) return null;
  for (const step of steps) {
    if (step['result'] !== result) continue;
    const label = names.column(textIn(step['decision']), column);
    if (label) return { title: label, value: (value) => named(names, value) };
  }
  return null;
}

/** The title of an id, whatever it may stand for. */
export function named(names: Names, value: Json): Words | null {
  if (isJsonArray(value)) return listed(value.map((item) => named(names, item) ?? same(JSON.stringify(item))));
  if (typeof value !== 'string') return null;
  return (
    areaLevels[value] ??
    names.known('posts', value) ??
    names.known('categories', value) ??
    names.known('limits', value) ??
    names.known('channels', value) ??
    names.known('areas', value)
  );
}

/** Who, where or how long, as a step writes it: an id, or an expression. `null`: nobody can say it in words. */
export function valueInWords(words: ProcessWords, source: string, literalWords: (id: string) => Words): Words | null {
  const literal = literalOf(source);
  if (typeof literal === 'string') return literalWords(literal);
  const path = pathOf(source);
  return (path === null ? null : words.variables(path)?.title) ?? null;
}

/** The condition of a route in words, or null. */
export function conditionOf(words: ProcessWords, source: Json | undefined): Words | null {
  return typeof source === 'string' ? conditionWords(source, words.variables) : null;
}

/** A change from one text to another: in words where both can be said, else with both texts for who wants to see them. */
export function changedText(subject: Words, before: Words | null, after: Words | null, texts: Pair): Sentence {
  const expert = { before: textIn(texts.before), after: textIn(texts.after) };
  if (texts.before === undefined && after)
    return fill('{subject}定为 {after}', '{subject} is now {after}', { subject, after });
  if (texts.after === undefined && before)
    return fill('{subject}不再规定（原来是 {before}）', '{subject} is no longer set (it was {before})', {
      subject,
      before,
    });
  if (before && after && before.zh !== after.zh)
    return fill('{subject}由 {before} 改为 {after}', '{subject} changed from {before} to {after}', {
      subject,
      before,
      after,
    });
  return {
    ...fill('{subject}的算法改了', 'how {subject} is worked out changed', { subject }),
    expert,
  };
}
