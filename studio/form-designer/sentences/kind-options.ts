import type { TextKey } from '../../translations/texts.ts';
import type { QuestionKind } from '../questions/question.ts';

/** The name of each kind, as chips and lists say it. */
export const kindTitles: { readonly [Kind in QuestionKind]: TextKey } = {
  choice: 'designer.kind.choice',
  choices: 'designer.kind.choices',
  text: 'designer.kind.text',
  'long-text': 'designer.kind.long-text',
  number: 'designer.kind.number',
  date: 'designer.kind.date',
  'date-time': 'designer.kind.date-time',
  photos: 'designer.kind.photos',
  'yes-no': 'designer.kind.yes-no',
  phone: 'designer.kind.phone',
  place: 'designer.kind.place',
  group: 'designer.kind.group',
  rows: 'designer.kind.rows',
  expert: 'designer.kind.expert',
};

/** Kinds that a question can be changed into; what holds other questions stays what it is. */
export const changeableKinds: readonly QuestionKind[] = [
  'choice',
  'choices',
  'text',
  'long-text',
  'number',
  'date',
  'date-time',
  'photos',
  'yes-no',
  'phone',
  'place',
];

/** Where answers may be taken from besides being written here. */
export const choiceSources: readonly (readonly [source: string, title: TextKey])[] = [
  ['categories', 'designer.source.categories'],
  ['posts', 'designer.source.posts'],
  ['posts:grid', 'designer.source.posts-grid'],
  ['posts:community', 'designer.source.posts-community'],
  ['posts:street', 'designer.source.posts-street'],
  ['areas', 'designer.source.areas'],
  ['areas:community', 'designer.source.areas-community'],
  ['areas:grid', 'designer.source.areas-grid'],
];
