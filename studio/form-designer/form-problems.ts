import { checkForm } from '../../server/kernel/forms/check-form.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { personalDataFaults } from '../../server/kernel/forms/personal-data-faults.ts';
import { isJsonArray } from '../../server/kernel/json.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';
import { allQuestions } from './questions/read-questions.ts';
import type { TextKey, Texts } from '../translations/texts.ts';
import { questionOfPlace } from './problem-place.ts';

/** What the kernel finds in a form by itself, at once; what needs other files comes from the server a moment later. */
export function problemsHere(form: FormDefinition, expanded: FormDefinition): readonly ProblemView[] {
  const found = [...checkForm(expanded).faults, ...personalDataFaults(form), ...unfinished(form), ...unexplained(form)];
  return found.map(({ code, path, zh, en }) => ({
    code,
    severity: 'error',
    kind: 'form',
    id: form.id,
    place: path,
    zh,
    en,
  }));
}

/** Those found here with those of the server, each once. A server's problem that is found here is as old as its check. */
export function allProblems(here: readonly ProblemView[], server: readonly ProblemView[]): readonly ProblemView[] {
  const foundHere = new Set(['form-rule-', 'form-personal-', 'form-sensitive-', 'form-forbidden-']);
  const isFoundHere = ({ code }: ProblemView): boolean =>
    [...foundHere].some((beginning) => code.startsWith(beginning));
  const known = new Set(here.map(({ code, place }) => `${code} ${place}`));
  return [...here, ...server.filter((one) => !isFoundHere(one) && !known.has(`${one.code} ${one.place}`))];
}

interface Found {
  readonly code: string;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** A condition that was begun and says no answer yet. */
function unfinished(form: FormDefinition): readonly Found[] {
  return form.rules.flatMap(({ when }, rule) =>
    (['all', 'any'] as const).flatMap((joined) =>
      (when[joined] ?? []).flatMap((one, place) =>
        'in' in one && isJsonArray(one.in) && one.in.length === 0
          ? [
              {
                code: 'form-rule-unfinished',
                path: `/rules/${rule}/when/${joined}/${place}/in`,
                zh: '条件还没有选答案，请选一个。',
                en: 'The condition has no answer yet; choose one.',
              },
            ]
          : [],
      ),
    ),
  );
}

/** Personal information says what for, until when and on what basis; the packs room asks for it before publishing. */
function unexplained(form: FormDefinition): readonly Found[] {
  return allQuestions(form).flatMap(({ path, personal }) => {
    const isPersonal = personal?.class === 'personal' || personal?.class === 'sensitive';
    const isOpen = isPersonal && [personal.purpose, personal.retention, personal.lawfulBasis].includes('');
    const pointer = path
      .split('.')
      .map((step) => `/properties/${step.replace('[]', '')}${step.endsWith('[]') ? '/items' : ''}`);
    return isOpen
      ? [
          {
            code: 'form-personal-unexplained',
            path: `/schema${pointer.join('')}`,
            zh: '收集个人信息，要写明用途、保存多久、依据。',
            en: 'Personal information needs a purpose, a time it is kept, and a basis.',
          },
        ]
      : [];
  });
}

/** Problems that the kernel says with words of the file; people who ask questions read them with the question's title. */
const plainWords: { readonly [code: string]: TextKey } = {
  'form-personal-unmarked': 'designer.problem.unmarked',
  'form-personal-unexplained': 'designer.problem.unexplained',
  'form-sensitive-unexplained': 'designer.problem.unexplained',
  'form-rule-circle': 'designer.problem.circle',
  'form-rule-hidden': 'designer.problem.hidden',
  'form-rule-value': 'designer.problem.value',
  'form-range': 'designer.problem.range',
  'form-field-unknown': 'designer.problem.unknown',
  'form-right-step-unknown': 'designer.problem.step',
  'form-choices-empty': 'designer.problem.choices',
  'field-type-conflict': 'designer.problem.type',
  'form-unused': 'designer.problem.unused',
  'report-field-missing': 'designer.problem.report',
};

/** Problems as the designer says them: in plain words, with the title of the question; English is missed once for all. */
export function inPlainWords(
  form: FormDefinition,
  problems: readonly ProblemView[],
  texts: Texts,
): readonly ProblemView[] {
  const titles = new Map(allQuestions(form).map(({ path, title }) => [path, title]));
  const english = problems.filter(({ code }) => code === 'translation-missing');
  const others = problems
    .filter(({ code }) => code !== 'translation-missing')
    .map((problem) => {
      const key = plainWords[problem.code];
      const title = titles.get(questionOfPlace(form, problem.place) ?? '') ?? texts.text('designer.this-form');
      return key === undefined ? problem : { ...problem, [texts.language]: texts.text(key, { title }) };
    });
  const [first] = english;
  if (first === undefined) return others;
  const words = texts.text('designer.problem.english', { count: english.length });
  return [...others, { ...first, place: '', [texts.language]: words }];
}
