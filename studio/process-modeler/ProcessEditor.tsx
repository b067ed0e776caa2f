import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
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
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const editing = useProcessEditor(open, vocabulary, frame, panel);
  const { canvas, view, ground, problems } = editing;
  return (
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
        <div ref={panel} className="gl-step-panel">
          {ground === null ? <SkeletonLines count={8} /> : <StepPanel key={ground.element.id} {...ground} />}
        </div>
      }
    >
      <Drawing frame={frame} editing={editing} fixed={open.readOnly !== null} />
    </EditorFrame>
  );
}

interface DrawingProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly editing: ProcessEditing;
  readonly fixed: boolean;
}

function Drawing({ frame, editing, fixed }: DrawingProps): ReactElement {
  const { canvas, sources, expert, problem } = editing;
  const hasStart = canvas?.elements().some(({ type }) => type === 'bpmn:StartEvent') ?? true;
  return (
    <div className={expert ? 'gl-process gl-process-expert' : 'gl-process'}>
      <div ref={frame} className="gl-process-drawing" />
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
