import { type ReactElement, useRef, useState } from 'react';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { useDefinitionList } from '../api/drafts/use-definition-list.ts';
import { type OpenDefinition, useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import { useDraftDefinitions } from '../api/drafts/use-draft-definitions.ts';
import { useUndo } from '../api/drafts/use-undo.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DefinitionList } from '../ui/desktop/editor/DefinitionList.tsx';
import { EditorFrame } from '../ui/desktop/EditorFrame.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { focusPlace } from './focus-place.ts';
import { type EditedKind, editedKind, kindEditors } from './kind-editors.ts';
import { addableKinds } from './new-definition.ts';
import { NewDefinitionDialog } from './NewDefinitionDialog.tsx';
import { wordedTitle } from './placeholder-words.ts';
import { RemoveDefinitionDialog } from './RemoveDefinitionDialog.tsx';
import './definition-editor.css';

interface DefinitionPageProps {
  readonly person: SignedInPerson;
  readonly kind: string;
  readonly id: string;
}

/** The editor of one definition, whatever its kind. */
export function DefinitionPage({ person, kind, id }: DefinitionPageProps): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  const known = editedKind(kind);
  if (area === null || known === null)
    return (
      <div className="gl-page">
        <EmptyState title={text('nowhere')} next={text('nowhere.next')} />
      </div>
    );
  return <OpenPage key={`${area.code} ${known} ${id}`} area={area} kind={known} id={id} />;
}

interface OpenPageProps {
  readonly area: { readonly code: string; readonly name: string };
  readonly kind: EditedKind;
  readonly id: string;
}

function OpenPage({ area, kind, id }: OpenPageProps): ReactElement {
  const { open, waiting } = useDraftDefinition(area.code, kind, id);
  if (open === null)
    return (
      <div className="gl-page">
        <Waiting {...waiting} />
      </div>
    );
  return <WithDefinitions open={open} area={area} kind={kind} id={id} />;
}

function WithDefinitions({ open, ...page }: OpenPageProps & { readonly open: OpenDefinition }): ReactElement {
  const { definitions, waiting } = useDraftDefinitions(open.draft.id);
  if (definitions === null)
    return (
      <div className="gl-page">
        <Waiting {...waiting} />
      </div>
    );
  return <DefinitionEditor open={open} definitions={definitions} {...page} />;
}

interface DefinitionEditorProps extends OpenPageProps {
  readonly open: OpenDefinition;
  readonly definitions: DraftDefinitions;
}

function DefinitionEditor({ open, definitions, area, kind, id }: DefinitionEditorProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const lines = useDefinitionList(area.code, kind);
  const worded = (title: string): string => (kind === 'notice' ? wordedTitle(pack(title), texts) : title);
  const undo = useUndo(open);
  const canvas = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<'new' | 'copy' | 'remove' | null>(null);
  const { Editor, Panel } = kindEditors[kind];
  const json: JsonObject = 'json' in open.content ? open.content.json : {};
  const editor = {
    json,
    onChange: (next: JsonObject) => undo.save({ json: next }),
    definitions,
    problems: open.problems,
    fixed: open.readOnly !== null,
    now,
  };
  const mayAdd = addableKinds.includes(kind) && open.readOnly !== 'submitted' && open.readOnly !== 'not-permitted';
  return (
    <EditorFrame
      open={{ ...open, title: worded(open.title) }}
      tools={undo}
      list={
        <DefinitionList
          search={text('definition.find')}
          lines={lines?.map((line) => ({ ...line, title: worded(line.title) }))}
          current={id}
          area={area.name}
          {...(mayAdd ? { add: { title: text(`new.${kind as 'post'}`), onPress: () => setDialog('new') } } : {})}
        />
      }
      panel={<Panel {...editor} />}
      onProblem={(place) => focusPlace(canvas.current, place)}
      actions={mayAdd && <Actions open={open} onCopy={() => setDialog('copy')} onRemove={() => setDialog('remove')} />}
    >
      <div ref={canvas} className="gl-definition">
        <Editor key={open.reload} {...editor} />
        <ExpertLine json={json} />
      </div>
      <PageDialogs
        dialog={dialog}
        {...{ area, kind, open, definitions, json }}
        used={lines?.map((line) => line.id) ?? [id]}
        onClose={() => setDialog(null)}
      />
    </EditorFrame>
  );
}

interface PageDialogsProps {
  readonly dialog: 'new' | 'copy' | 'remove' | null;
  readonly area: OpenPageProps['area'];
  readonly kind: EditedKind;
  readonly open: OpenDefinition;
  readonly definitions: DraftDefinitions;
  readonly json: JsonObject;
  readonly used: readonly string[];
  readonly onClose: () => void;
}

function PageDialogs(props: PageDialogsProps): ReactElement | null {
  const { dialog, area, kind, open, definitions, json, used, onClose } = props;
  if (dialog === null) return null;
  if (dialog === 'remove') return <RemoveDefinitionDialog area={area.code} {...{ kind, open, definitions, onClose }} />;
  return <NewDefinitionDialog area={area.code} copyOf={dialog === 'copy' ? json : null} {...{ kind, used, onClose }} />;
}

function Actions({
  open,
  onCopy,
  onRemove,
}: {
  readonly open: OpenDefinition;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { text } = useText();
  return (
    <>
      <Button kind="text" onPress={onCopy}>
        {text('definition.copy')}
      </Button>
      {open.origin === 'own' && open.readOnly === null && (
        <Button kind="text" onPress={onRemove}>
          {text('definition.remove')}
        </Button>
      )}
    </>
  );
}

/** What only those who write files need to know. */
function ExpertLine({ json }: { readonly json: JsonObject }): ReactElement | null {
  const { text } = useText();
  if (typeof json['id'] !== 'string') return null;
  return (
    <details className="gl-expert">
      <summary>{text('definition.expert')}</summary>
      <p className="quiet">{text('definition.expert.id', { id: json['id'] })}</p>
    </details>
  );
}
