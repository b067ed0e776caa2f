import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { EditorFrame } from '../ui/desktop/EditorFrame.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { addStep, dragStep } from './canvas/step-commands.ts';
import { CanvasTools } from './CanvasTools.tsx';
import type { Vocabulary } from './model/vocabulary.ts';
import { StepPanel } from './panel/StepPanel.tsx';
import { StepPalette } from './StepPalette.tsx';
import { type ProcessEditing, useProcessEditor } from './use-process-editor.ts';
import './process-editor.css';

interface ProcessEditorProps {
  readonly open: OpenDefinition;
  readonly vocabulary: Vocabulary;
  readonly list: ReactNode;
  readonly actions?: ReactNode;
}

/** The editor of one process: palette and drawing, sentences about what is chosen, and what is wrong. */
export function ProcessEditor({ open, vocabulary, list, actions }: ProcessEditorProps): ReactElement {
  const editing = useProcessEditor(open, vocabulary);
  const { canvas, view, ground, problems } = editing;
  return (
    // Keys that arrive here are those of the editor as a whole; each of them has a button too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="gl-process-page" onKeyDown={(event) => onEditorKey(event, editing)}>
      <EditorFrame
        open={{ ...open, problems }}
        tools={{
          canUndo: view?.canUndo ?? false,
          canRedo: view?.canRedo ?? false,
          undo: () => canvas?.undo(),
          redo: () => canvas?.redo(),
        }}
        list={list}
        actions={actions}
        onProblem={editing.goTo}
        panel={
          <div ref={editing.panel} className="gl-step-panel">
            {ground === null ? <SkeletonLines count={8} /> : <StepPanel key={ground.element.id} {...ground} />}
          </div>
        }
      >
        <Drawing editing={editing} fixed={open.readOnly !== null} />
      </EditorFrame>
    </div>
  );
}

function Drawing({ editing, fixed }: { readonly editing: ProcessEditing; readonly fixed: boolean }): ReactElement {
  const { canvas, sources, expert, problem } = editing;
  const hasStart = canvas?.elements().some(({ type }) => type === 'bpmn:StartEvent') ?? true;
  return (
    <div className={expert ? 'gl-process gl-process-expert' : 'gl-process'}>
      <div ref={editing.frame} className="gl-process-drawing" />
      {canvas !== null && !fixed && (
        <StepPalette
          expert={expert}
          closed={new Set(hasStart ? ['start'] : [])}
          onExpert={editing.setExpert}
          onAdd={(kind) => {
            addStep(canvas, sources, kind);
            editing.goToField('name');
          }}
          onDrag={(kind, event) => dragStep(canvas, sources, kind, event)}
        />
      )}
      {canvas !== null && <CanvasTools canvas={canvas} />}
      {problem !== null && (
        <div className="gl-process-failed">
          <ErrorState problem={problem} />
        </div>
      )}
    </div>
  );
}

/** Undo and redo work wherever one is in the editor; Escape leads from the panel back to the drawing. */
function onEditorKey(event: KeyboardEvent, { canvas, frame, panel }: ProcessEditing): void {
  if (canvas === null || event.isDefaultPrevented() || !(event.target instanceof Node)) return;
  if (event.key === 'Escape' && panel.current?.contains(event.target) === true) canvas.focus();
  const isCommand = event.ctrlKey || event.metaKey;
  if (!isCommand || frame.current?.contains(event.target) === true) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) canvas.redo();
  else canvas.undo();
}
