import type { QuestionKind } from './question.ts';

const stems: { readonly [Kind in QuestionKind]: string } = {
  choice: 'choice',
  choices: 'choices',
  text: 'text',
  'long-text': 'words',
  number: 'amount',
  date: 'date',
  'date-time': 'time',
  photos: 'photos',
  'yes-no': 'confirmed',
  phone: 'phone',
  place: 'place',
  group: 'group',
  rows: 'rows',
  expert: 'field',
};

/**
 * The data name of a new question, which nobody sees outside of 专业: by its kind, and free in every form of the pack, where
 * one name means one thing.
 *
 * @param taken names of the questions of all forms
 */
export function newDataName(kind: QuestionKind, taken: ReadonlySet<string>): string {
  return freeName(stems[kind], taken);
}

/** The data name of a copy: that of the original with the next number that is free. */
export function copiedDataName(name: string, taken: ReadonlySet<string>): string {
  return freeName(name.replace(/\d+$/, ''), taken);
}

function freeName(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem;
  for (let nth = 2; ; nth += 1) if (!taken.has(`${stem}${nth}`)) return `${stem}${nth}`;
}

/** Why a name that somebody wrote by hand cannot be used; null when it can. */
export function dataNameFault(name: string, taken: ReadonlySet<string>): 'written' | 'taken' | null {
  if (!/^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(name) || ['constructor', 'prototype'].includes(name)) return 'written';
  return taken.has(name) ? 'taken' : null;
}
