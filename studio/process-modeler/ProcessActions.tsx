import { Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { listDefinitions, readDraftDefinition, removeDraftDefinition } from '../../server/http/contract/drafts.ts';
import { call } from '../api/call.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import type { Vocabulary } from './model/vocabulary.ts';
import { NewProcessDialog } from './NewProcessDialog.tsx';

interface ProcessActionsProps {
  readonly open: OpenDefinition;
  readonly vocabulary: Vocabulary;
  readonly lines: readonly DefinitionLine[];
}

/** What can be done with a process as a whole: copying it, and taking it out of the draft. */
export function ProcessActions({ open, vocabulary, lines }: ProcessActionsProps): ReactElement {
  const { text, pack } = useText();
  const [doing, setDoing] = useState<'copy' | 'remove' | null>(null);
  const items = [
    { key: 'copy', label: text('process.copy') },
    // What the pack below brings cannot be removed here; the street's own can.
    { key: 'remove', label: text('process.remove'), disabled: open.origin === 'inherited', danger: true },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setDoing(key === 'copy' ? 'copy' : 'remove') }}
      >
        <button type="button" className="gl-button gl-button-plain" aria-haspopup="menu">
          {text('process.more')}
        </button>
      </Dropdown>
      {doing === 'copy' && 'xml' in open.content && (
        <NewProcessDialog
          draft={open.draft.id}
          vocabulary={vocabulary}
          lines={lines}
          from={{ id: open.id, title: pack(open.title), xml: open.content.xml }}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'remove' && <RemoveDialog open={open} onClose={() => setDoing(null)} />}
    </>
  );
}

function RemoveDialog({
  open,
  onClose,
}: {
  readonly open: OpenDefinition;
  readonly onClose: () => void;
}): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const remove = useCommand(removeDraftDefinition, [listDefinitions]);
  const act = async (): Promise<void> => {
    if (!(await open.flush())) return;
    const params = { draft: open.draft.id, kind: 'process', id: open.id } as const;
    const { revision } = await call(readDraftDefinition, { params });
    if ((await remove.run({ params, body: { revision } })) !== null) navigate('/definitions/process');
  };
  return (
    <DialogBox
      title={text('process.remove.title', { title: pack(open.title) })}
      action={text('process.remove.action')}
      onAction={() => void act()}
      onClose={onClose}
      busy={remove.busy}
      problem={remove.problem}
      grave
    >
      <p>{text('process.remove.says')}</p>
    </DialogBox>
  );
}
