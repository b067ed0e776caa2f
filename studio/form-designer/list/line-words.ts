import type { Texts } from '../../translations/texts.ts';
import type { Question } from '../questions/question.ts';

/** What the end of a line says: 必填，10–500 字; 选填，个人信息. */
export function lineWords(question: Question, { text }: Texts): string {
  const { kind, required, personal, limits } = question;
  if (kind === 'expert') return text('designer.expert.read-only');
  const atTimes = question.conditions.some((one) => one.require);
  const isPersonal = personal?.class === 'personal' || personal?.class === 'sensitive';
  return [
    text(required ? 'designer.fact.required' : atTimes ? 'designer.fact.at-times' : 'designer.fact.optional'),
    isPersonal ? text('designer.fact.personal') : null,
    range(question, limits.least, limits.most, text),
  ]
    .filter((part) => part !== null)
    .join(text('designer.fact.comma'));
}

const units = {
  text: 'designer.limit.letters',
  'long-text': 'designer.limit.letters',
  place: 'designer.limit.letters',
  photos: 'designer.limit.photos',
  choices: 'designer.limit.options',
  rows: 'designer.limit.rows',
} as const;

function range(
  { kind, unit, personal }: Question,
  least: number | null,
  most: number | null,
  text: Texts['text'],
): string | null {
  if (personal !== null && personal.class !== 'none') return null;
  const said = kind === 'number' ? unit : kind in units ? text(units[kind as keyof typeof units]) : null;
  if (said === null || (least === null && most === null)) return null;
  if (least === null) return text('designer.fact.most', { most: most ?? '', unit: said });
  if (most === null) return text('designer.fact.least', { least, unit: said });
  return text('designer.fact.range', { least, most, unit: said });
}
