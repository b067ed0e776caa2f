import { definitionSchemasEn } from '../../translations/definition-schemas.en.ts';
import type { Texts } from '../../translations/texts.ts';

/** What stands between a description and the hint we put behind it. */
export const BEFORE_HINT = '；';

/** The words of a form made of a schema: those of the schema have their English in the studio, those of packs in packs. */
export function translateSchema({ language, pack, text }: Texts): (chinese: string) => string {
  if (language === 'zh') return pack;
  const hint = BEFORE_HINT + text('definition.lines');
  const english = (chinese: string): string => definitionSchemasEn[chinese] ?? pack(chinese);
  return (words) => (words.endsWith(hint) ? english(words.slice(0, -hint.length)) + hint : english(words));
}
