import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import type { EditedKind } from './kind-editors.ts';
import { useDefinitionActions } from './use-definition-actions.ts';
import { usesOf } from './uses.ts';

interface RemoveDefinitionDialogProps {
  readonly area: string;
  readonly kind: EditedKind;
  readonly open: OpenDefinition;
  readonly definitions: DraftDefinitions;
  readonly onClose: () => void;
}

/** Says what taking a definition away would leave without it, before it is taken away. */
export function RemoveDefinitionDialog(props: RemoveDefinitionDialogProps): ReactElement {
  const { area, kind, open, definitions, onClose } = props;
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const actions = useDefinitionActions(area);
  const uses = usesOf(definitions, kind, open.id);
  const remove = async (): Promise<void> => {
    // What is still on its way would bring it back.
    if (!(await open.flush())) return;
    if (!(await actions.remove(kind, open.id))) return;
    onClose();
    navigate(`/definitions/${kind}`);
  };
  return (
    <DialogBox
      title={text('definition.remove-title', { title: pack(open.title) })}
      action={text('definition.remove')}
      grave
      busy={actions.busy}
      problem={actions.problem}
      onAction={() => void remove()}
      onClose={onClose}
    >
      {uses.length > 0 ? (
        <p>
          {text('definition.remove.used', {
            count: uses.length,
            titles: uses.map(({ title }) => pack(title)).join(text('list.comma')),
          })}
        </p>
      ) : (
        <p>{text('definition.remove.unused')}</p>
      )}
      <p className="quiet">{text('definition.remove.says')}</p>
    </DialogBox>
  );
}
