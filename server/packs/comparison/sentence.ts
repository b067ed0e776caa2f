/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  /** Both texts as they are written, for whom wants to see them (专业): an expression nobody can say in words. */
  readonly expert?: { readonly before: string; readonly after: string };
}

/** A word or a clause in both languages. */
export type Words = Pick<Sentence, 'zh' | 'en'>;

/** Words that are the same in both languages: numbers, times, what people typed. */
export function same(text: string): Words {
  return { zh: text, en: text };
}

/** `「处置」` and `"Handling"`: what a thing is called. */
export function quoted({ zh, en }: Words): Words {
  return { zh: `「${zh}」`, en: `"${en}"` };
}

/** Several words as a list; `none` when there are none. */
export function listed(words: readonly Words[], none: Words = { zh: '没有', en: 'none' }): Words {
  if (words.length === 0) return none;
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

/** A template in both languages with the same places to fill: `{subject}`. */
export function fill(zh: string, en: string, places: { readonly [name: string]: Words }): Words {
  const put = (text: string, of: (words: Words) => string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const words = places[name];
      return words ? of(words) : whole;
    });
  const gapped = zh.replaceAll(/ (?=\{)|(?<=\}) /g, gap);
  return { zh: closeGaps(put(gapped, (words) => words.zh)), en: put(en, (words) => words.en) };
}

/** A space of the template beside a place to fill: Chinese wants one beside figures and Latin letters only. */
const gap = '\u0000';

function closeGaps(text: string): string {
  return text.replaceAll(/([^\0]?)\0+(?=(.?))/gsu, (_whole, before: string, after: string) =>
    wide.test(before) && wide.test(after) ? before : `${before} `,
  );
}

const wide = /^[\p{Script=Han}「」（）“”，：]$/u;

/** `由 A 改为 B`. */
export function fromTo(subject: Words, before: Words, after: Words): Words {
  return fill('{subject}由 {before} 改为 {after}', '{subject} changed from {before} to {after}', {
    subject,
    before,
    after,
  });
}
