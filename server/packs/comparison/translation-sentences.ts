import { textIn } from '../../kernel/json.ts';
import { fill, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for translations: Chinese text by Chinese text. */
export const translationRules: readonly Rule[] = [{ at: '', members: ['*'], say: (place) => tellTexts(place) }];

function tellTexts({ before, after, differences }: ChangedPlace): readonly Words[] {
  return differences.map(({ path }) => {
    const zh = path[0] ?? '';
    const places = { text: same(zh), one: same(textIn(before[zh])), other: same(textIn(after[zh])) };
    if (before[zh] === undefined)
      return fill('「{text}」有了英文：{other}', '"{text}" is now "{other}" in English', places);
    if (after[zh] === undefined)
      return fill('「{text}」不再有英文（原来是 {one}）', '"{text}" has no English any more (it was "{one}")', places);
    return fill(
      '「{text}」的英文由 {one} 改为 {other}',
      'the English of "{text}" changed from "{one}" to "{other}"',
      places,
    );
  });
}
