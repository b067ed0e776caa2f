import type { TextKey } from '../../translations/texts.ts';
import type { Question, QuestionKind } from '../questions/question.ts';

/** Something new that can be asked. */
interface NewItem {
  readonly id: string;
  readonly kind: QuestionKind;
  /** On its chip. */
  readonly title: TextKey;
  /** The question it begins with. */
  readonly words: TextKey;
  /** What it says besides what its kind says. */
  readonly begins?: Partial<Question>;
}

const personal = { class: 'personal', purpose: '', retention: '', lawfulBasis: '' } as const;

/** Exactly what the form profile knows and form-view has a control for, the most used first. */
export const newItems: readonly NewItem[] = [
  { id: 'choice', kind: 'choice', title: 'designer.kind.choice', words: 'designer.new.question' },
  { id: 'choices', kind: 'choices', title: 'designer.kind.choices', words: 'designer.new.question' },
  { id: 'yes-no', kind: 'yes-no', title: 'designer.kind.yes-no', words: 'designer.new.yes-no' },
  { id: 'text', kind: 'text', title: 'designer.kind.text', words: 'designer.new.question' },
  { id: 'long-text', kind: 'long-text', title: 'designer.kind.long-text', words: 'designer.new.question' },
  { id: 'number', kind: 'number', title: 'designer.kind.number', words: 'designer.new.number' },
  { id: 'date', kind: 'date', title: 'designer.kind.date', words: 'designer.new.date' },
  { id: 'date-time', kind: 'date-time', title: 'designer.item.time', words: 'designer.new.date-time' },
  { id: 'photos', kind: 'photos', title: 'designer.kind.photos', words: 'designer.new.photos' },
  { id: 'place', kind: 'place', title: 'designer.kind.place', words: 'designer.new.place' },
  {
    id: 'person',
    kind: 'text',
    title: 'designer.item.person',
    words: 'designer.new.person',
    begins: { limits: { least: 1, most: 30 }, personal: { ...personal, mask: 'name' } },
  },
  { id: 'phone', kind: 'phone', title: 'designer.kind.phone', words: 'designer.new.phone' },
  {
    id: 'post',
    kind: 'choice',
    title: 'designer.item.post',
    words: 'designer.new.post',
    begins: { choices: { source: 'posts' } },
  },
  {
    id: 'area',
    kind: 'choice',
    title: 'designer.item.area',
    words: 'designer.new.area',
    begins: { choices: { source: 'areas' } },
  },
  { id: 'rows', kind: 'rows', title: 'designer.kind.rows', words: 'designer.new.rows' },
];
