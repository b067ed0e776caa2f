import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { listDefinitions, readDraftRelease, writeDraftDefinition } from '../../server/http/contract/drafts.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { copyProcess, freeId, processTemplate } from './model/process-template.ts';
import type { Vocabulary } from './model/vocabulary.ts';

interface NewProcessDialogProps {
  readonly draft: string;
  readonly vocabulary: Vocabulary;
  readonly lines: readonly DefinitionLine[];
  /** The process that is copied; without one it begins as a template of one user task. */
  readonly from?: { readonly id: string; readonly title: string; readonly xml: string };
  readonly onClose: () => void;
}

/** Asks what a new process is called, puts it into the draft, and opens it. */
export function NewProcessDialog({ draft, vocabulary, lines, from, onClose }: NewProcessDialogProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState(from === undefined ? '' : text('process.copy.name', { title: from.title }));
  const write = useCommand(writeDraftDefinition, [listDefinitions, readDraftRelease]);
  const name = title.trim();
  const create = async (): Promise<void> => {
    const id = freeId([...lines.map((line) => line.id), ...vocabulary.processes.map((process) => process.id)]);
    const words = {
      start: text('process.template.start'),
      step: text('process.template.step'),
      end: text('process.template.end'),
    };
    const xml =
      from === undefined ? processTemplate(id, name, words, vocabulary) : copyProcess(from.xml, from.id, id, name);
    const done = await write.run({
      params: { draft, kind: 'process', id },
      body: { revision: 0, content: { xml } },
    });
    if (done === null) return;
    onClose();
    navigate(`/definitions/process/${id}`);
  };
  return (
    <DialogBox
      title={text(from === undefined ? 'process.add' : 'process.copy')}
      action={text('process.add.action')}
      onAction={() => void create()}
      onClose={onClose}
      busy={write.busy}
      ready={name !== ''}
      problem={write.problem}
    >
      <Field label={text('process.add.title')} required>
        {(control) => <TextInput control={control} value={title} onChange={setTitle} maxLength={40} autoFocus />}
      </Field>
    </DialogBox>
  );
}
