import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { useEditing } from '../editing.ts';
import { newDataName } from '../questions/data-name.ts';
import { dependentsOf } from '../questions/dependents.ts';
import { newQuestion } from '../questions/new-question.ts';
import { addQuestion } from '../questions/place-question.ts';
import { blocksAround, placeBeside } from '../questions/place-beside.ts';
import { pathIn, parentAndName } from '../questions/holder.ts';
import type { Question, QuestionKind } from '../questions/question.ts';
import { writeQuestion } from '../questions/write-question.ts';
import { kindTitles } from '../sentences/kind-options.ts';
import { takenNames } from '../surroundings/known-questions.ts';
import { usesOfQuestion } from '../surroundings/form-uses.ts';

interface TypeChangeDialogProps {
  readonly question: Question;
  readonly kind: QuestionKind;
  readonly onClose: () => void;
}

/**
 * A published question keeps its type: what was answered is of it. Offers the way that loses nothing, a new question beside
 * the old one, which is then hidden.
 */
export function TypeChangeDialog({ question, kind, onClose }: TypeChangeDialogProps): ReactElement {
  const { text } = useText();
  const { form, surroundings, change, select, titleOf } = useEditing();
  const dependents = dependentsOf(form, question.path);
  const isNeeded = usesOfQuestion(surroundings, form.id, question.path).some(({ by }) => by === 'program');
  const isInRow = question.path.includes('[]');
  const isHidden = dependents.length === 0 && !isNeeded && !isInRow;
  const renew = (): void => {
    const { parent, name } = parentAndName(question.path);
    const path = pathIn(parent, newDataName(kind, takenNames(surroundings.forms, form)));
    const words = { title: question.title, options: text('designer.new.options').split('\n') };
    const fresh = { ...newQuestion(kind, path, words), help: question.help, required: question.required };
    const place = placeBeside(blocksAround(form, question.path), name, 'after');
    const hidden = isHidden ? writeQuestion(form, { ...question, rights: { '*': 'hide' } }) : form;
    change(addQuestion(hidden, fresh, place));
    select(path);
    onClose();
  };
  return (
    <DialogBox
      title={text('designer.type.title', { title: question.title })}
      action={text(isHidden ? 'designer.type.renew' : 'designer.type.add')}
      onAction={renew}
      onClose={onClose}
    >
      <p>
        {text('designer.type.why', {
          title: question.title,
          from: text(kindTitles[question.kind]),
          to: text(kindTitles[kind]),
        })}
      </p>
      <p>{text(isHidden ? 'designer.type.instead' : 'designer.type.beside')}</p>
      {dependents.length > 0 && (
        <p className="quiet">
          {text('designer.type.dependents', {
            titles: dependents.map(({ path }) => titleOf(path)).join(text('list.comma')),
          })}
        </p>
      )}
      {isNeeded && <p className="quiet">{text('designer.type.needed')}</p>}
    </DialogBox>
  );
}
