import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { visibleTexts } from './visible-texts.ts';

/** Every Chinese text a person reads has its English, and no English stands for a text that is gone. */
export function checkTranslations(compiled: CompiledDefinitions): readonly PackFault[] {
  const { english } = compiled.definitions;
  const texts = visibleTexts(compiled);
  const missing = new Map(
    texts.filter(({ text }) => !Object.hasOwn(english, text)).map((found) => [found.text, found]),
  );
  const known = new Set(texts.map(({ text }) => text));
  return [
    ...[...missing.values()].map(({ text, at }) =>
      warningAt(at, 'translation-missing', {
        zh: `「${inWords(text)}」没有英文，英文界面上会显示中文。请在「文字与英文」里补上。`,
        en: `"${text}" has no English. Add it to translations/en.json.`,
      }),
    ),
    ...compiled.definitions.top.translations.flatMap((file) =>
      Object.keys(file.value)
        .filter((text) => !known.has(text))
        .map((text) =>
          warningAt(
            file,
            'translation-unused',
            {
              zh: `没有地方再用「${inWords(text)}」。请删去这条译文。`,
              en: `"${text}" is used nowhere any more. Remove its translation.`,
            },
            `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          ),
        ),
    ),
  ];
}

/** A text as people read it: what is filled in later is left open. */
function inWords(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '〔…〕');
}
