import { scenarioSentences } from '../../kernel/world/scenario-sentences.ts';
import type { ScenarioStep } from '../../kernel/world/scenario.ts';
import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { alignLists } from './align-lists.ts';
import { fill, same, type Sentence } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { written } from './written.ts';

/** Rules for scenarios: each step is a sentence already. */
export const scenarioRules: readonly Rule[] = [{ at: '', members: ['steps'], say: (place) => tellSteps(place) }];

function tellSteps({ before, after, subject }: ChangedPlace): readonly Sentence[] {
  const [one, other] = [stepsOf(before['steps']), stepsOf(after['steps'])];
  return alignLists(one.map(canonicalJson), other.map(canonicalJson)).flatMap((pair): readonly Sentence[] => {
    const was = pair.before === null ? null : (one[pair.before] ?? null);
    const is = pair.after === null ? null : (other[pair.after] ?? null);
    if (was !== null && is !== null && canonicalJson(was) === canonicalJson(is)) return [];
    const number = same(String((pair.after ?? pair.before ?? 0) + 1));
    const places = { subject, number, was: same(said(was)), is: same(said(is)) };
    if (was === null)
      return [fill('{subject}增加第 {number} 步：{is}', '{subject} has a new step {number}: {is}', places)];
    if (is === null)
      return [fill('{subject}去掉第 {number} 步：{was}', '{subject} no longer has step {number}: {was}', places)];
    const words = fill(
      '{subject}第 {number} 步改为：{is}（原来是：{was}）',
      'step {number} of {subject} is now: {is} (it was: {was})',
      places,
    );
    return [
      places.was.zh === places.is.zh ? { ...words, expert: { before: written(was), after: written(is) } } : words,
    ];
  });
}

function stepsOf(steps: Json | undefined): readonly Json[] {
  return isJsonArray(steps) ? steps : [];
}

/** A step as its sentence; as it is written when it is no step a scenario can have. */
function said(step: Json): string {
  if (!isJsonObject(step)) return written(step);
  try {
    const sentence = scenarioSentences({ title: '', steps: [step as unknown as ScenarioStep] })[0] ?? '';
    return sentence.includes('undefined') ? written(step) : sentence;
  } catch (error) {
    // A step of a draft may have any shape.
    if (error instanceof TypeError) return written(step);
    throw error;
  }
}
