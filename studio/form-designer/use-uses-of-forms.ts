import { useText } from '../translations/texts.ts';
import { stepTitle } from './sentences/step-rights.ts';
import { noSurroundings } from './surroundings/form-surroundings.ts';
import { stepsOf } from './surroundings/form-uses.ts';
import { useFormSurroundings } from './use-form-surroundings.ts';

/** Where each form of a draft is filled in, in words; null while that is not known. */
export function useUsesOfForms(draft: string | undefined): ((form: string) => readonly string[]) | null {
  const { text } = useText();
  const surroundings = useFormSurroundings(draft);
  if (surroundings === noSurroundings) return null;
  return (form) => stepsOf(surroundings, form).map((step) => stepTitle(step, text));
}
