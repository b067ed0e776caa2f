import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { schemaOf } from '../reading/shapes.ts';
import type { JsonKind, EditedKind } from '../../kernel/compilation/file-kinds.ts';
import { areaRules } from './area-sentences.ts';
import { calendarRules } from './calendar-sentences.ts';
import { decisionModel } from './decision-model.ts';
import { decisionRules } from './decision-sentences.ts';
import type { WrittenDefinition } from '../reading/written-definitions.ts';
import { formModel } from './form-model.ts';
import { formRules, formSummary } from './form-sentences.ts';
import { formTitles } from './form-titles.ts';
import { ladderRules } from './ladder-sentences.ts';
import { ledgerRules } from './ledger-sentences.ts';
import { limitRules, limitSummary } from './limit-sentences.ts';
import { meetingRules, meetingSummary } from './meeting-sentences.ts';
import type { Names } from './names.ts';
import { postRules, postSummary } from './post-sentences.ts';
import { processModel } from './process-model.ts';
import { processRules } from './process-sentences.ts';
import { scenarioRules } from './scenario-sentences.ts';
import { fill, quoted, type Sentence, type Words } from './sentence.ts';
import { tellDifferences, type Rule } from './tell-differences.ts';
import { translationRules } from './translation-sentences.ts';

/** How definitions of one kind are spoken of. */
interface KindTelling {
  /** What one of them is called before its title; null: it goes without a title. */
  readonly words: Words;
  readonly rules: readonly Rule[];
  /** What it says as a model, when what is written is not it. */
  readonly model?: (written: WrittenDefinition) => Promise<JsonObject | null> | JsonObject | null;
  /** What an added one is, behind its title. */
  readonly summary?: (names: Names, definition: JsonObject) => Words;
}

const ofXml =
  (read: (xml: string) => Promise<JsonObject | null>): NonNullable<KindTelling['model']> =>
  ({ content }) =>
    'xml' in content ? read(content.xml) : null;

const tellings: { readonly [kind in EditedKind]: KindTelling } = {
  areas: { words: { zh: '网格与区域', en: 'areas' }, rules: areaRules },
  post: { words: { zh: '岗位', en: 'post' }, rules: postRules, summary: postSummary },
  role: { words: { zh: '权限组', en: 'role' }, rules: [] },
  limit: { words: { zh: '办理时限', en: 'time limit' }, rules: limitRules, summary: limitSummary },
  'case-type': { words: { zh: '事件类型', en: 'case type' }, rules: [] },
  process: { words: { zh: '流程', en: 'process' }, rules: processRules, model: ofXml(processModel) },
  decision: { words: { zh: '分派规则', en: 'decision' }, rules: decisionRules, model: ofXml(decisionModel) },
  form: {
    words: { zh: '表单', en: 'form' },
    rules: formRules,
    model: ({ content }) => ('json' in content ? formModel(content.json) : null),
    summary: formSummary,
  },
  calendar: { words: { zh: '工作日历', en: 'calendar' }, rules: calendarRules },
  ladder: { words: { zh: '逐级上报规则', en: 'escalation ladder' }, rules: ladderRules },
  meeting: { words: { zh: '例会', en: 'meeting' }, rules: meetingRules, summary: meetingSummary },
  ledger: { words: { zh: '台账', en: 'ledger' }, rules: ledgerRules },
  notice: { words: { zh: '通知模板', en: 'notice' }, rules: [] },
  translations: { words: { zh: '英文对照', en: 'translations' }, rules: translationRules },
  scenario: { words: { zh: '场景', en: 'scenario' }, rules: scenarioRules },
};

/** Kinds of which an area has one: their title only repeats what they are. */
const alone: ReadonlySet<EditedKind> = new Set(['areas', 'translations']);

/** What a definition is called in a sentence: `岗位「网格长」`. */
function calledBy(names: Names, { kind, title }: Pick<WrittenDefinition, 'kind' | 'title'>): Words {
  const { words } = tellings[kind];
  if (alone.has(kind)) return words;
  return fill('{words}{title}', 'the {words} {title}', { words, title: quoted(names.text(title)) });
}

/**
 * What is different between two versions of a definition; no sentence when they say the same. Two texts that cannot be
 * read are said to differ, with both for who wants to see them.
 */
export async function tellChange(
  names: Names,
  before: WrittenDefinition,
  after: WrittenDefinition,
): Promise<readonly Sentence[]> {
  const { kind } = after;
  if (textOf(before) === textOf(after)) return [];
  const [one, other] = [await modelOf(before), await modelOf(after)];
  const subject = calledBy(names, after);
  if (!one || !other) {
    const expert = { before: textOf(before), after: textOf(after) };
    const readable = other
      ? fill('{subject}现在能读了，原来的读不出来', '{subject} can be read now; it could not before', { subject })
      : fill('{subject}读不出来，不能逐条比较', '{subject} cannot be read, so it is not compared line by line', {
          subject,
        });
    return [{ ...readable, expert }];
  }
  const { drawing: wasDrawn, ...was } = one;
  const { drawing: isDrawn, ...is } = other;
  const told = { names, subject, kind: tellings[kind].words, schema: schemaFor(kind) };
  const sentences = tellDifferences(told, was, is, tellings[kind].rules);
  if (sentences.length > 0) return sentences;
  if (canonicalJson(was) !== canonicalJson(is)) return [fill('{subject}有调整', '{subject} changed', { subject })];
  return canonicalJson(wasDrawn ?? {}) === canonicalJson(isDrawn ?? {})
    ? []
    : [fill('{subject}的图形位置有调整，办法不变', '{subject} is drawn differently; what it does stays', { subject })];
}

/** A definition that came or went, in one sentence. */
export async function tellWhole(
  names: Names,
  definition: WrittenDefinition,
  state: 'added' | 'removed',
): Promise<Sentence> {
  const subject = calledBy(names, definition);
  if (state === 'removed') return fill('删去{subject}', '{subject} is gone', { subject });
  const { summary } = tellings[definition.kind];
  const model = summary ? await modelOf(definition) : null;
  if (!summary || !model) return fill('新增{subject}', '{subject} is new', { subject });
  return fill('新增{subject}：{summary}', '{subject} is new: {summary}', { subject, summary: summary(names, model) });
}

/** What a definition means, read once however often it is compared: reading a process takes some 20 ms. */
const models = new WeakMap<WrittenDefinition, Promise<JsonObject | null>>();

function modelOf(written: WrittenDefinition): Promise<JsonObject | null> {
  const known = models.get(written) ?? readModel(written);
  models.set(written, known);
  return known;
}

async function readModel(written: WrittenDefinition): Promise<JsonObject | null> {
  const { model } = tellings[written.kind];
  if (model) return model(written);
  return 'json' in written.content ? written.content.json : null;
}

function textOf({ content }: WrittenDefinition): string {
  if ('json' in content) return JSON.stringify(content.json, null, 2);
  return 'xml' in content ? content.xml : content.text;
}

/** Files of processes and decisions hold them under their ids; what a file is called is what its first one is. */
const ofModels: JsonObject = {
  properties: {
    processes: { 'x-silent': true, additionalProperties: { 'x-silent': true } },
    decisions: { 'x-silent': true, additionalProperties: { 'x-silent': true } },
  },
};

const inList: { readonly [kind in EditedKind]?: readonly [file: JsonKind, list: string] } = {
  post: ['posts', 'posts'],
  role: ['roles', 'roles'],
  limit: ['limits', 'limits'],
};

/** The schema of one definition of a kind; what is not JSON has none. */
function schemaFor(kind: EditedKind): JsonObject {
  if (kind === 'process' || kind === 'decision') return ofModels;
  if (kind === 'form') return formTitles;
  const [file, list] = inList[kind] ?? [kind as JsonKind, null];
  const schema = schemaOf(file);
  if (list === null) return schema;
  const properties = schema['properties'];
  const items = isJsonObject(properties) && isJsonObject(properties[list]) ? properties[list]['items'] : null;
  return isJsonObject(items) ? items : {};
}
