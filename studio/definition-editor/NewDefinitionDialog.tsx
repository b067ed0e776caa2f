import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import type { JsonObject } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { freeId } from './json-edit.ts';
import type { EditedKind } from './kind-editors.ts';
import { newDefinition } from './new-definition.ts';
import { useDefinitionActions } from './use-definition-actions.ts';

interface NewDefinitionDialogProps {
  readonly area: string;
  readonly kind: EditedKind;
  /** Ids that are taken. */
  readonly used: readonly string[];
  /** What it is a copy of; a new one begins with the usual choices. */
  readonly copyOf: JsonObject | null;
  readonly onClose: () => void;
}

/** Asks for the title of a new definition, makes it and goes to its editor. Its id is ours: people see titles. */
export function NewDefinitionDialog(props: NewDefinitionDialogProps): ReactElement {
  const { area, kind, used, copyOf, onClose } = props;
  const { text } = useText();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const actions = useDefinitionActions(area);
  const make = async (): Promise<void> => {
    const id = freeId(kind, used);
    const named = title.trim();
    const copy = copyOf === null ? null : { ...copyOf, ...('id' in copyOf ? { id } : {}), title: named };
    if (await actions.add(kind, id, (others) => copy ?? newDefinition(kind, id, named, others))) {
      onClose();
      navigate(`/definitions/${kind}/${id}`);
    }
  };
  return (
    <DialogBox
      title={text(copyOf === null ? `new.${kind as 'post'}` : 'definition.copy')}
      action={text('definition.make')}
      ready={title.trim() !== ''}
      busy={actions.busy}
      problem={actions.problem}
      onAction={() => void make()}
      onClose={onClose}
    >
      <Field label={text('definition.called')} hint={text('definition.called.hint')} required>
        {(control) => <TextInput control={control} value={title} onChange={setTitle} maxLength={40} autoFocus />}
      </Field>
    </DialogBox>
  );
}
