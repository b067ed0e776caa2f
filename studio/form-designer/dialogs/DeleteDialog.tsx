import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useEditing } from '../editing.ts';
import { dependentsOf } from '../questions/dependents.ts';
import { removeQuestion } from '../questions/place-question.ts';
import type { Question } from '../questions/question.ts';
import { usesOfQuestion } from '../surroundings/form-uses.ts';

interface DeleteDialogProps {
  readonly question: Question;
  readonly onClose: () => void;
}

/** Asks before a question goes: who depends on it (谁依赖我), what uses it, and that it can be taken back. */
export function DeleteDialog({ question, onClose }: DeleteDialogProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const { form, surroundings, published, change, select, titleOf } = useEditing();
  const dependents = dependentsOf(form, question.path);
  const uses = usesOfQuestion(surroundings, form.id, question.path);
  const isNeeded = uses.some(({ by }) => by === 'program');
  const remove = (): void => {
    change(removeQuestion(form, question.path));
    select(null);
    say(text('designer.deleted', { title: question.title }));
    onClose();
  };
  return (
    <DialogBox
      title={text('designer.delete.title', { title: question.title })}
      action={text('designer.delete')}
      grave
      ready={!isNeeded}
      onAction={remove}
      onClose={onClose}
    >
      {isNeeded && <p>{text('designer.delete.needed')}</p>}
      {!isNeeded && dependents.length > 0 && (
        <>
          <p>{text('designer.delete.dependents', { count: dependents.length })}</p>
          <ul className="fd-uses">
            {dependents.map(({ path, how }) => (
              <li key={path}>
                {text(how === 'asked' ? 'designer.delete.asked' : 'designer.delete.required', { title: titleOf(path) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {uses.some(({ by }) => by !== 'program') && (
        <>
          <p>{text('designer.delete.uses')}</p>
          <ul className="fd-uses">
            {uses
              .filter(({ by }) => by !== 'program')
              .map(({ by, title }) => (
                <li key={`${by} ${title}`}>
                  {text(by === 'ledger' ? 'designer.delete.ledger' : 'designer.delete.process', { title })}
                </li>
              ))}
          </ul>
        </>
      )}
      {!isNeeded && (
        <p className="quiet">
          {text(published.has(question.path) ? 'designer.delete.published' : 'designer.delete.says')}
        </p>
      )}
    </DialogBox>
  );
}
