import { createContext, type ReactNode, useContext } from 'react';
import type { Choice } from '../../server/kernel/forms/schema-node.ts';
import type { Values } from '../translations/fill.ts';
import type { formViewZh } from '../translations/form-view.zh.ts';
import type { Language } from '../translations/language.ts';

type FormText = keyof typeof formViewZh;

/** Where photos go: a form holds their ids only, so that a page may keep them offline. */
interface PhotoPlace {
  /** Keeps a photo and answers its id; a rejection shows the photo as not saved, to be tried again. */
  readonly add: (photo: File) => Promise<{ readonly id: string }>;
  /** Where a photo can be seen; undefined while it is not at hand. */
  readonly urlOf: (id: string) => string | undefined;
}

/** What a page puts beside a field that is its own and not the form's: the reporter with 拨打, the grid of a place. */
interface FieldSlot {
  /** Between the label and the control. */
  readonly before?: ReactNode;
  /** Below the control. */
  readonly after?: ReactNode;
}

/** What the page a form stands on gives it. Keep the object the same between renders (useMemo). */
export interface FormViewContext {
  readonly door: 'phone' | 'desktop';
  readonly language: Language;
  /** A text of the studio. */
  readonly t: (key: FormText, values?: Values) => string;
  /** English of a pack's Chinese text; Chinese as it is. */
  readonly translate: (chinese: string) => string;
  readonly photos?: PhotoPlace;
  /** Choices a schema takes from elsewhere and does not hold (`x-choices`: areas, categories, posts). */
  readonly choices?: { readonly [source: string]: readonly Choice[] };
  /** The place a person stands at, in words; rejects when it cannot be found. */
  readonly locate?: () => Promise<string>;
  /** By field path: `place`, `reporter.phone`. */
  readonly slots?: { readonly [path: string]: FieldSlot };
}

export type FieldPath = readonly (string | number)[];

export const FormContext = createContext<FormViewContext | null>(null);

/** What the page gave the form. */
export function useFormContext(): FormViewContext {
  const context = useContext(FormContext);
  if (context === null) throw new Error('A form control stands outside of a FormView.');
  return context;
}

/** Sentences about fields by JSON pointer; apart from RJSF's own errors, which are English and follow its own rules. */
export const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map());
