import type { ReactElement } from 'react';
import type { DefinitionLine } from '../../api/drafts/use-definition-list.ts';
import { useText } from '../../translations/texts.ts';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import type { FormActions } from '../use-form-actions.ts';

interface RemoveFormDialogProps {
  readonly line: DefinitionLine;
  /** Where it is used; it can be removed when it is used nowhere. */
  readonly uses: readonly string[];
  readonly actions: FormActions;
}

/** Asks before a form goes, or says where it is still used. */
export function RemoveFormDialog({ line, uses, actions }: RemoveFormDialogProps): ReactElement {
  const { text, pack } = useText();
  const title = pack(line.title);
  const isOwn = line.origin === 'own';
  return (
    <DialogBox
      title={text('forms.remove.title', { title })}
      action={text('forms.remove')}
      grave
      ready={isOwn && uses.length === 0}
      busy={actions.busy}
      problem={actions.problem}
      onAction={actions.remove}
      onClose={actions.keep}
    >
      {!isOwn && <p>{text('forms.remove.inherited', { title })}</p>}
      {isOwn && uses.length > 0 && <p>{text('forms.remove.used', { title, uses: uses.join(text('list.comma')) })}</p>}
      {isOwn && uses.length === 0 && <p>{text('forms.remove.says')}</p>}
    </DialogBox>
  );
}
