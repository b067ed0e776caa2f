import { en } from '../../studio/translations/en.ts';
import { fill } from '../../studio/translations/fill.ts';
import type { Texts } from '../../studio/translations/texts.ts';
import { zh } from '../../studio/translations/zh.ts';

/** What a page says in a language, without a browser that remembers which one. */
export function textsIn(language: 'zh' | 'en'): Texts {
  const dictionary = language === 'zh' ? zh : en;
  return {
    language,
    text: (key, values) => fill(dictionary[key], values),
    pack: (chinese) => chinese,
    either: (sentence) => sentence[language],
  };
}
