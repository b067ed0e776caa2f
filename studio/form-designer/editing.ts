import { createContext, useContext } from 'react';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';
import type { Option, Question } from './questions/question.ts';
import type { QuestionBlock } from './questions/read-questions.ts';
import type { FormSurroundings } from './surroundings/form-surroundings.ts';
import type { FormStep } from './surroundings/steps-of-process.ts';

/** A form while somebody edits it, as every part of the designer sees it. */
export interface FormEditing {
  readonly form: FormDefinition;
  /** The form as it is run: answers taken from the pack are filled in. */
  readonly expanded: FormDefinition;
  readonly blocks: readonly QuestionBlock[];
  /** Every question, groups and tables before what they hold. */
  readonly questions: readonly Question[];
  readonly surroundings: FormSurroundings;
  /** Where the form is filled in. */
  readonly steps: readonly FormStep[];
  /** What published questions store, by path. */
  readonly published: ReadonlyMap<string, string>;
  readonly problems: readonly ProblemView[];
  readonly fixed: boolean;
  readonly selected: string | null;
  readonly select: (path: string | null) => void;
  /** Gives the keyboard to the line of a question once it is drawn where it was moved to. */
  readonly focusLater: (path: string) => void;
  /** Whether a line shall have the keyboard now; asked once. */
  readonly takesFocus: (path: string) => boolean;
  /** Puts another form in the place of this one; it can be undone. */
  readonly change: (form: FormDefinition) => void;
  /** The same for one question. */
  readonly write: (question: Question) => void;
  /** Answers that a question offers, also those it takes from the pack. */
  readonly optionsOf: (path: string) => readonly Option[];
  readonly titleOf: (path: string) => string;
}

export const EditingContext = createContext<FormEditing | null>(null);

/** The form that is being edited. */
export function useEditing(): FormEditing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('A part of the form designer stands outside of it.');
  return editing;
}
