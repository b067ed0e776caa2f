import type { FieldRight } from '../../../server/kernel/forms/form-definition.ts';
import { type TextKey, type Texts, useText } from '../../translations/texts.ts';
import { useEditing } from '../editing.ts';
import type { Question } from '../questions/question.ts';
import { rightsKey } from '../surroundings/form-uses.ts';
import type { FormStep } from '../surroundings/steps-of-process.ts';

const titles: { readonly [Right in FieldRight]: TextKey } = {
  edit: 'designer.right.edit',
  require: 'designer.right.require',
  read: 'designer.right.read',
  hide: 'designer.right.hide',
};

/** The four rights as choices. */
export function rightOptions(text: Texts['text']): readonly { readonly id: string; readonly title: string }[] {
  return Object.entries(titles).map(([id, title]) => ({ id, title: text(title) }));
}

/** The steps that can be given rights of their own, with who does them. */
export function useStepOptions(): readonly { readonly id: string; readonly title: string; readonly more?: string }[] {
  const { text } = useText();
  const { steps } = useEditing();
  const found = new Map(steps.map((step) => [rightsKey(step), step]));
  return [...found].map(([id, step]) => ({
    id,
    title: stepTitle(step, text),
    ...(step.post === null ? {} : { more: step.post }),
  }));
}

/** What a step is called; reporting and ledgers by what is reported or kept. */
export function stepTitle({ id, title, within }: FormStep, text: Texts['text']): string {
  if (id === 'report') return text('designer.step.report', { what: within });
  if (id === 'ledger') return text('designer.step.ledger', { what: within });
  return title === '' ? id : title;
}

/** Rights with another one at a step. What every step has is not written again. */
export function withRightAt(rights: Question['rights'], step: string, wanted: string): Question['rights'] {
  const right = wanted === 'require' || wanted === 'read' || wanted === 'hide' ? wanted : 'edit';
  const { [step]: _, ...others } = rights;
  const usual = step === '*' ? 'edit' : (rights['*'] ?? 'edit');
  return right === usual ? others : { ...others, [step]: right };
}
