import { textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { changedText, conditionOf, processWords, type ProcessWords } from './process-words.ts';
import { fill, fromTo, listed, quoted, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';

const flows = 'processes/*/flows/*';

/** Rules for the routes between steps. */
export const flowRules: readonly Rule[] = [
  { at: 'processes/*/flows', added: (change) => tellFlow(change, true), removed: (change) => tellFlow(change, false) },
  { at: flows, members: ['from', 'to'], say: (place) => tellEnds(place) },
  { at: flows, members: ['name'], say: (place) => tellName(place) },
  { at: flows, members: ['condition'], say: (place) => tellCondition(place) },
  { at: flows, members: ['passes'], say: (place) => tellPasses(place) },
  { at: flows, members: ['*'], say: (place) => tellRest(place) },
];

function wordsFor({ names, trail }: Pick<ChangedPlace, 'names' | 'trail'>): ProcessWords {
  return processWords(names, trail[2] ?? { before: undefined, after: undefined });
}

/** A plain route from or to a step that came or went is said with the step. */
function tellFlow(change: ChangedItem, added: boolean): Sentence | readonly Sentence[] {
  const { item } = change;
  const words = wordsFor(change);
  const [from, to] = [textIn(item['from']), textIn(item['to'])];
  const withStep = added ? words.isNew(from) || words.isNew(to) : words.isGone(from) || words.isGone(to);
  const plain = Object.keys(item).every((member) => member === 'from' || member === 'to');
  if (withStep && plain) return [];
  const condition = conditionOf(words, item['condition']);
  const places = {
    name: item['name'] === undefined ? { zh: '', en: '' } : quoted(words.names.text(textIn(item['name']))),
    from: words.step(from),
    to: words.step(to),
    condition: condition ?? { zh: '条件成立', en: 'its condition holds' },
  };
  const when =
    item['condition'] === undefined
      ? { zh: '', en: '' }
      : fill('，{condition}时走', ', taken when {condition}', places);
  const head = added
    ? fill('增加从{from}到{to}的路线{name}', 'a new route {name} from {from} to {to}', places)
    : fill('删去从{from}到{to}的路线{name}', 'the route {name} from {from} to {to} is gone', places);
  const said = { zh: head.zh + when.zh, en: (head.en + when.en).replace('  ', ' ') };
  if (item['condition'] === undefined || condition) return said;
  const text = textIn(item['condition']);
  return { ...said, expert: added ? { before: '', after: text } : { before: text, after: '' } };
}

function routeOf(place: ChangedPlace): Words {
  return wordsFor(place).route(place.path[3] ?? '');
}

/** Where a route was led round a step that came or went, the step's own sentence says so. */
function tellEnds(place: ChangedPlace): readonly Words[] {
  const words = wordsFor(place);
  const sentences = (['from', 'to'] as const).flatMap((end) => {
    const [one, other] = [textIn(place.before[end]), textIn(place.after[end])];
    if (one === other || words.isNew(other) || words.isGone(one)) return [];
    const what = end === 'from' ? { zh: '起点', en: 'start' } : { zh: '去处', en: 'target' };
    return [
      fromTo(
        fill('{route}的{what}', 'the {what} of {route}', { route: routeOf(place), what }),
        words.step(one),
        words.step(other),
      ),
    ];
  });
  return sentences;
}

function tellName({ before, after, names, trail, path }: ChangedPlace): Words {
  const words = wordsFor({ names, trail });
  const title = (flow: JsonObject): Words =>
    flow['name'] === undefined ? { zh: '（没有名称）', en: '(no name)' } : quoted(names.text(textIn(flow['name'])));
  return fill(
    '从{from}到{to}的路线由{one}改名为{other}',
    'the route from {from} to {to} is called {other} now, no longer {one}',
    {
      from: words.step(textIn(after['from'])),
      to: words.step(textIn(after['to'])),
      one: title(before),
      other: title(after),
      path: same(path.join('/')),
    },
  );
}

function tellCondition(place: ChangedPlace): Sentence {
  const words = wordsFor(place);
  const texts = { before: place.before['condition'], after: place.after['condition'] };
  const subject = fill('{route}的条件', 'the condition of {route}', { route: routeOf(place) });
  const [one, other] = [conditionOf(words, texts.before), conditionOf(words, texts.after)];
  if (texts.before === undefined && !other) return unsaid('{subject}是新加的', '{subject} is new', subject, texts);
  if (texts.after === undefined && !one) return unsaid('{subject}不再有了', '{subject} is gone', subject, texts);
  if (texts.before !== undefined && texts.after !== undefined && (!one || !other || one.zh === other.zh))
    return unsaid('{subject}改了', '{subject} changed', subject, texts);
  return changedText(subject, one, other, texts);
}

function unsaid(
  zh: string,
  en: string,
  subject: Words,
  texts: { readonly before: Json | undefined; readonly after: Json | undefined },
): Sentence {
  return { ...fill(zh, en, { subject }), expert: { before: textIn(texts.before), after: textIn(texts.after) } };
}

function tellPasses(place: ChangedPlace): Sentence {
  const write = (flow: JsonObject): Words => {
    const passes = flow['passes'];
    if (typeof passes !== 'object' || passes === null || !('stages' in passes))
      return { zh: '没有环节', en: 'no stages' };
    const stages = textIn(passes['stages'])
      .split(/\s+/)
      .map((stage) => quoted(place.names.of('stages', stage)));
    return fill('{stages}（{because}）', '{stages} ({because})', {
      stages: listed(stages),
      because: same(textIn(passes['because'])),
    });
  };
  const subject = fill('走{route}时自动通过的环节', 'the stages passed on {route}', { route: routeOf(place) });
  const [one, other] = [write(place.before), write(place.after)];
  return one.zh === other.zh ? fill('{subject}改了', '{subject} changed', { subject }) : fromTo(subject, one, other);
}

function tellRest(place: ChangedPlace): Sentence {
  const write = (side: 'before' | 'after'): string =>
    JSON.stringify(
      Object.fromEntries(place.differences.map((one) => [one.path.slice(4).join(' · '), one[side] ?? null])),
      null,
      2,
    );
  return {
    ...fill('{route}的其他设置改了', 'other settings of {route} changed', { route: routeOf(place) }),
    expert: { before: write('before'), after: write('after') },
  };
}
