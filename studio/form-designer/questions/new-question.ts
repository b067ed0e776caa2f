import type { Option, Question, QuestionKind } from './question.ts';

/** The words a new question begins with, in the language of the studio. */
export interface NewWords {
  readonly title: string;
  /** Of the first answers of a question to choose from. */
  readonly options: readonly string[];
}

const most: { readonly [Kind in QuestionKind]?: number } = {
  text: 50,
  'long-text': 500,
  place: 100,
  photos: 6,
  rows: 20,
};

/** A question as it is when it is added: optional, always asked, with limits that fit most. */
export function newQuestion(kind: QuestionKind, path: string, words: NewWords): Question {
  return {
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    kind,
    title: words.title,
    help: '',
    placeholder: '',
    required: false,
    choices: kind === 'choice' || kind === 'choices' ? { options: words.options.map(firstOption) } : null,
    limits: { least: null, most: most[kind] ?? null },
    whole: kind === 'number',
    unit: '',
    initial: null,
    personal:
      kind === 'phone' ? { class: 'personal', mask: 'phone', purpose: '', retention: '', lawfulBasis: '' } : null,
    conditions: [],
    rights: {},
    inside: [],
  };
}

function firstOption(title: string, place: number): Option {
  return { value: `option-${place + 1}`, title };
}

/** Options whose titles were written, ordered, added or taken out in a list of words; each keeps the value it had. */
export function retitledOptions(
  options: readonly Option[],
  titles: readonly string[],
  newValue: (options: readonly Option[]) => Option['value'],
): readonly Option[] {
  const before = options.map(({ title }) => title);
  if (titles.length === before.length) return sameCount(options, titles);
  if (titles.length > before.length) {
    return titles
      .slice(before.length)
      .reduce<readonly Option[]>(
        (grown, title) => [...grown, { value: newValue(grown), title }],
        sameCount(options, titles.slice(0, before.length)),
      );
  }
  const gone = before.findIndex((title, place) => title !== titles[place]);
  return options.filter((_, place) => place !== (gone === -1 ? before.length - 1 : gone));
}

/** Two that changed places keep their values; anything else is another wording. */
function sameCount(options: readonly Option[], titles: readonly string[]): readonly Option[] {
  const changed = titles.flatMap((title, place) => (title === options[place]?.title ? [] : [place]));
  const [one = -1, other = -1] = changed;
  const [left, right] = [options[one], options[other]];
  const isSwap =
    changed.length === 2 &&
    left !== undefined &&
    right !== undefined &&
    titles[one] === right.title &&
    titles[other] === left.title;
  if (isSwap) return options.with(one, right).with(other, left);
  return options.map((option, place) => ({ ...option, title: titles[place] ?? option.title }));
}
