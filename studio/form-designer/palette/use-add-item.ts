import { useText } from '../../translations/texts.ts';
import { useEditing } from '../editing.ts';
import { newDataName } from '../questions/data-name.ts';
import { parentAndName } from '../questions/holder.ts';
import { newQuestion } from '../questions/new-question.ts';
import { blocksAround, placeBeside } from '../questions/place-beside.ts';
import { addQuestion } from '../questions/place-question.ts';
import type { Place } from '../questions/question-order.ts';
import type { Question, QuestionKind } from '../questions/question.ts';
import { reuseQuestion } from '../questions/reuse-question.ts';
import { addSection } from '../questions/section.ts';
import { knownQuestions, takenNames } from '../surroundings/known-questions.ts';
import { newItems } from './new-items.ts';

/**
 * Adds what was pressed or dropped: `known:` and a name for a question that another form asks, else the id of a new item.
 * Without a place it goes behind the question that is chosen, else to the end.
 */
export function useAddItem(): (item: string, place?: Place) => void {
  const { text } = useText();
  const { form, surroundings, selected, change, select, fixed } = useEditing();
  const behind = (): Place => {
    const top = selected === null ? '' : (selected.split(/[.[]/)[0] ?? '');
    return placeBeside(blocksAround(form, top), parentAndName(top).name, 'after');
  };
  return (item, place = behind()) => {
    if (fixed) return;
    if (item === 'section') {
      change(addSection(form, text('designer.new.section')));
      return;
    }
    if (item.startsWith('known:')) {
      const name = item.slice('known:'.length);
      const known = knownQuestions(surroundings.forms, form).find(({ question }) => question.path === name);
      const other = surroundings.forms.find(({ id }) => id === known?.form);
      if (other === undefined) return;
      change(reuseQuestion(form, other, name, place));
      select(name);
      return;
    }
    const found = newItems.find(({ id }) => id === item);
    if (found === undefined) return;
    const name = newDataName(found.kind, takenNames(surroundings.forms, form));
    const words = { title: text(found.words), options: text('designer.new.options').split('\n') };
    change(addQuestion(form, { ...newQuestion(found.kind, name, words), ...found.begins }, place));
    select(name);
  };
}

/** A question more in a group or in the rows of a table, at its end. */
export function useAddInside(): (parent: string, kind: QuestionKind) => void {
  const { text } = useText();
  const { form, surroundings, change, select } = useEditing();
  return (parent, kind) => {
    const path = `${parent}.${newDataName(kind, takenNames(surroundings.forms, form))}`;
    const words = { title: text('designer.new.question'), options: text('designer.new.options').split('\n') };
    const question: Question = newQuestion(kind, path, words);
    change(addQuestion(form, question, { section: null, before: null }));
    select(path);
  };
}
