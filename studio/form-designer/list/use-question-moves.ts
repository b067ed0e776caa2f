import type { KeyboardEvent } from 'react';
import { useText } from '../../translations/texts.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useEditing } from '../editing.ts';
import { useAddItem } from '../palette/use-add-item.ts';
import { copiedDataName } from '../questions/data-name.ts';
import { parentAndName, pathIn } from '../questions/holder.ts';
import { blocksAround, placeBeside, placeOneStep } from '../questions/place-beside.ts';
import { copyQuestion, moveQuestion } from '../questions/place-question.ts';
import type { Place } from '../questions/question-order.ts';
import { takenNames } from '../surroundings/known-questions.ts';
import type { Dragged } from './use-question-drag.ts';

/** What can be done with the place of a question. */
export interface QuestionMoves {
  readonly oneStep: (to: 'up' | 'down') => void;
  /** Null where it can go no further. */
  readonly mayStep: (to: 'up' | 'down') => boolean;
  readonly to: (place: Place) => void;
  /** Alt with an arrow moves it one step. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly copy: () => void;
  readonly accepts: (dragged: Dragged) => boolean;
  readonly drop: (dragged: Dragged, side: 'before' | 'after') => void;
}

/** Moves, copies and takes in what is dropped, and says where it now stands to those who do not see it. */
export function useQuestionMoves(path: string): QuestionMoves {
  const { text } = useText();
  const say = useToast();
  const addItem = useAddItem();
  const { form, surroundings, change, select, titleOf, fixed, focusLater } = useEditing();
  const blocks = blocksAround(form, path);
  const { parent, name } = parentAndName(path);
  const move = (moved: string, place: Place): void => {
    const next = moveQuestion(form, moved, place);
    focusLater(moved);
    change(next);
    const names = blocksAround(next, moved).flatMap((block) => block.names);
    const nth = names.indexOf(parentAndName(moved).name) + 1;
    if (next !== form) say(text('designer.moved', { title: titleOf(moved), nth }));
  };
  const oneStep = (to: 'up' | 'down'): void => {
    const place = placeOneStep(blocks, name, to);
    if (place !== null && !fixed) move(path, place);
  };
  return {
    mayStep: (to) => !fixed && placeOneStep(blocks, name, to) !== null,
    oneStep,
    onKeyDown: (event) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      oneStep(event.key === 'ArrowUp' ? 'up' : 'down');
    },
    to: (place) => move(path, place),
    copy: () => {
      const copied = copiedDataName(name, takenNames(surroundings.forms, form));
      change(copyQuestion(form, path, copied, text('designer.copied', { title: titleOf(path) })));
      select(pathIn(parent, copied));
    },
    accepts: (dragged) =>
      !fixed &&
      ('item' in dragged
        ? parent === ''
        : dragged.question !== path && parentAndName(dragged.question).parent === parent),
    drop: (dragged, side) => {
      const place = placeBeside(blocks, name, side);
      if ('item' in dragged) addItem(dragged.item, place);
      else if (place.before !== parentAndName(dragged.question).name) move(dragged.question, place);
    },
  };
}
