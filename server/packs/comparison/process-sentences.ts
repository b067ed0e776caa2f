import { clockRules } from './clock-sentences.ts';
import { flowRules } from './flow-sentences.ts';
import { togetherRules } from './together-sentences.ts';
import { textIn, type JsonObject } from '../../kernel/json.ts';
import { lengthOf } from './limit-sentences.ts';
import { quotedName, type NamedThing } from './names.ts';
import { changedText, processWords, stepKind, valueInWords, type ProcessWords } from './process-words.ts';
import { fill, fromTo, quoted, same, type Sentence, type Words } from './sentence.ts';
import { stepAdded, stepRemoved } from './step-summary.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { tellTimer } from './timer-words.ts';

const steps = 'processes/*/steps/*';

/** Rules for what `processModel` gives. */
export const processRules: readonly Rule[] = [
  {
    at: 'processes',
    added: ({ names, item }) => wholeProcess(names.text(textIn(item['name'])), true),
    removed: ({ names, item }) => wholeProcess(names.text(textIn(item['name'])), false),
  },
  {
    at: 'processes/*',
    members: ['name'],
    say: ({ before, after, names }) =>
      renamed({ zh: '流程', en: 'the process' }, names.text(textIn(before['name'])), names.text(textIn(after['name']))),
  },
  {
    at: 'processes/*',
    members: ['documentation'],
    say: ({ subject }) => fill('{subject}的说明改了', 'the description of {subject} changed', { subject }),
  },
  { at: 'processes/*/steps', added: stepAdded, removed: stepRemoved },
  { at: steps, members: ['type'], say: (place) => tellType(place) },
  {
    at: steps,
    members: ['name'],
    say: ({ before, after, names }) =>
      renamed(stepKind(after), names.text(textIn(before['name'])), names.text(textIn(after['name']))),
  },
  {
    at: steps,
    members: ['post'],
    say: (place) => tellText(place, 'post', { zh: '办理岗位', en: 'the post' }, named('posts')),
  },
  {
    at: steps,
    members: ['area'],
    say: (place) => tellText(place, 'area', { zh: '办理区域', en: 'the area' }, named('areas')),
  },
  ...togetherRules(tellText),
  ...clockRules(steps, {
    tellLimit,
    tellLadder: (place, member, what) => tellText(place, member, what, named('ladders')),
  }),
  {
    at: steps,
    members: ['form'],
    say: (place) => tellText(place, 'form', { zh: '要填的表单', en: 'the form' }, named('forms')),
  },
  {
    at: steps,
    members: ['stage'],
    say: (place) => tellText(place, 'stage', { zh: '所属环节', en: 'the stage' }, named('stages')),
  },
  {
    at: steps,
    members: ['decision'],
    say: (place) => tellText(place, 'decision', { zh: '所用的分派规则', en: 'the decision' }, named('decisions')),
  },
  {
    at: steps,
    members: ['instruction'],
    say: (place) =>
      tellText(
        place,
        'instruction',
        { zh: '给办理人的一句话', en: 'the instruction' },
        () => (text) => quoted(same(text)),
      ),
  },
  {
    at: steps,
    members: ['job'],
    say: (place) => tellText(place, 'job', { zh: '自动做的事', en: 'what is done automatically' }, () => jobWords),
  },
  {
    at: `${steps}/headers`,
    members: ['notice'],
    say: (place) => tellHeader(place, 'notice', { zh: '通知模板', en: 'the notice' }, 'notices'),
  },
  {
    at: `${steps}/headers`,
    members: ['process'],
    say: (place) => tellHeader(place, 'process', { zh: '要开始的流程', en: 'the process it starts' }, 'processes'),
  },
  {
    at: steps,
    members: ['retries'],
    say: (place) =>
      fromTo(
        of(place, { zh: '没做成时再试的次数', en: 'how often it is tried' }),
        same(textIn(place.before['retries']) || '3'),
        same(textIn(place.after['retries']) || '3'),
      ),
  },
  { at: steps, members: ['timer'], say: (place) => tellTimer(place, stepOf(place)) },
  { at: steps, members: ['interrupting'], say: (place) => tellInterrupting(place) },
  { at: steps, members: ['attachedTo'], say: (place) => tellHost(place) },
  { at: steps, members: ['default'], say: (place) => tellDefault(place) },
  { at: steps, members: ['ways'], say: (place) => tellWays(place) },
  {
    at: steps,
    members: ['inputs', 'outputs', 'result'],
    say: (place) => tellUnseen(place, { zh: '前后传的内容', en: 'what it hands on' }),
  },
  {
    at: steps,
    members: ['documentation'],
    say: (place) => fill('{step}的说明改了', 'the description of {step} changed', { step: stepOf(place) }),
  },
  { at: steps, members: ['*'], say: (place) => tellUnseen(place, { zh: '其他设置', en: 'other settings' }) },
  ...flowRules,
  {
    at: 'processes/*',
    members: ['other'],
    say: (place) => tellUnseen(place, { zh: '其他设置', en: 'other settings' }),
  },
  { at: '', members: ['other'], say: (place) => tellUnseen(place, { zh: '其他设置', en: 'other settings' }) },
];

/** Words for the process a place is in. */
function wordsAt({ names, trail }: Pick<ChangedPlace, 'names' | 'trail'>): ProcessWords {
  return processWords(names, trail[2] ?? { before: undefined, after: undefined });
}

function wholeProcess(name: Words, added: boolean): Words {
  return fill(
    added ? '文件里增加流程{name}' : '文件里去掉流程{name}',
    added ? 'the file has a new process {name}' : 'the process {name} is gone from the file',
    { name: quoted(name) },
  );
}

function renamed(kind: Words, one: Words, other: Words): Words {
  return fill('{kind}{one}改名为{other}', 'the {kind} {one} is now called {other}', {
    kind,
    one: quoted(one),
    other: quoted(other),
  });
}

/** `「事件处理」`, or the process or the file when the place is no step. */
function stepOf(place: ChangedPlace): Words {
  const id = place.path[3];
  return id === undefined ? place.subject : wordsAt(place).step(id);
}

function of(place: ChangedPlace, what: Words): Words {
  return fill('{step}的{what}', '{what} of {step}', { step: stepOf(place), what });
}

function tellType(place: ChangedPlace): Words {
  return fromTo(stepOf(place), stepKind(place.before), stepKind(place.after));
}

/** What an id that stands in a member is called. */
export type Literal = (place: ChangedPlace) => (id: string) => Words;

function named(thing: NamedThing): Literal {
  return ({ names }) =>
    (id) =>
      quotedName(names, thing, id);
}

/** A member that is an id, or an expression that gives one. */
function tellText(place: ChangedPlace, member: string, what: Words, literal: Literal): Sentence {
  const words = wordsAt(place);
  const [before, after] = [place.before[member], place.after[member]];
  const say = (source: unknown): Words | null =>
    typeof source === 'string' ? valueInWords(words, source, literal(place)) : null;
  return changedText(of(place, what), say(before), say(after), { before, after });
}

function tellLimit(place: ChangedPlace, member: string, what: Words): Sentence {
  const { names } = place;
  const [one, other] = [names.limit(textIn(place.before[member])), names.limit(textIn(place.after[member]))];
  const bothSaid = lengthOf(one)?.zh !== lengthOf(other)?.zh;
  const literal: Literal = () => (id) => {
    const title = quotedName(names, 'limits', id);
    const length = lengthOf(names.limit(id));
    if (!length) return title;
    return bothSaid ? length : fill('{length}（{title}）', '{length} ({title})', { length, title });
  };
  return tellText(place, member, what, literal);
}

const jobs: { readonly [type: string]: Words } = {
  'grid:notify': { zh: '抄送', en: 'telling people' },
  'grid:archive': { zh: '归档', en: 'archiving' },
  'grid:appraise': { zh: '考核', en: 'appraising' },
  'grid:start-action-items': { zh: '派出议定事项', en: 'handing out action items' },
  'grid:ladder-next': { zh: '看下一级', en: 'looking for the next rung' },
  'grid:ladder-climb': { zh: '抄送并上交', en: 'climbing a rung' },
};

/** What an automatic step does. */
function jobWords(type: string): Words {
  return jobs[type] ?? quoted(same(type));
}

function tellHeader(place: ChangedPlace, member: string, what: Words, thing: NamedThing): Sentence {
  const title = (value: unknown): Words | null =>
    typeof value === 'string' ? quotedName(place.names, thing, value) : null;
  const [before, after] = [place.before[member], place.after[member]];
  return changedText(of(place, what), title(before), title(after), { before, after });
}

function tellInterrupting(place: ChangedPlace): Words {
  return place.after['interrupting'] === false
    ? fill('{step}到时只提醒，原来的步骤接着办', '{step} no longer ends the step it watches', { step: stepOf(place) })
    : fill('{step}到时就停下原来的步骤', '{step} now ends the step it watches', { step: stepOf(place) });
}

function tellHost(place: ChangedPlace): Words {
  const words = wordsAt(place);
  return fromTo(
    of(place, { zh: '所看的步骤', en: 'the step watched' }),
    words.step(textIn(place.before['attachedTo'])),
    words.step(textIn(place.after['attachedTo'])),
  );
}

function tellDefault(place: ChangedPlace): Sentence {
  const words = wordsAt(place);
  const way = (id: unknown): Words | null => (typeof id === 'string' ? words.route(id) : null);
  const [before, after] = [place.before['default'], place.after['default']];
  return changedText(of(place, { zh: '其他情况下的走法', en: 'the way otherwise taken' }), way(before), way(after), {
    before,
    after,
  });
}

/** Which way is looked at first, when no way came or went. */
function tellWays(place: ChangedPlace): readonly Sentence[] {
  const list = (side: JsonObject): readonly string[] => (Array.isArray(side['ways']) ? side['ways'].map(textIn) : []);
  const [one, other] = [list(place.before), list(place.after)];
  const [stayed, stayedNow] = [one.filter((id) => other.includes(id)), other.filter((id) => one.includes(id))];
  if (stayed.every((id, index) => id === stayedNow[index])) return [];
  const words = wordsAt(place);
  const order = {
    zh: other.map((id) => words.route(id).zh).join('、'),
    en: other.map((id) => words.route(id).en).join(', '),
  };
  return [
    fill('{step}先看哪条路线的次序改为 {order}', 'the ways of {step} are now tried in this order: {order}', {
      step: stepOf(place),
      order,
    }),
  ];
}

/** What only software reads: said to have changed, with both texts for who wants to see them. */
function tellUnseen(place: ChangedPlace, what: Words): Sentence {
  const write = (side: 'before' | 'after'): string =>
    JSON.stringify(
      Object.fromEntries(
        place.differences.map((one) => [one.path.slice(place.path.length).join(' · '), one[side] ?? null]),
      ),
      null,
      2,
    );
  return {
    ...fill('{whole}改了', '{whole} changed', { whole: of(place, what) }),
    expert: { before: write('before'), after: write('after') },
  };
}
