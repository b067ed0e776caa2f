import type { ReactElement, ReactNode } from 'react';
import { AssumedNote } from './editor/AssumedNote.tsx';
import type { EditedDefinition } from './editor/edited-definition.ts';
import { EditorHead, type EditorTools } from './editor/EditorHead.tsx';
import { EditorNotice } from './editor/EditorNotice.tsx';
import { ProblemLines } from './editor/ProblemLines.tsx';
import { SentenceScope } from './sentence/Sentence.tsx';
import './editor-frame.css';

interface EditorFrameProps {
  readonly open: EditedDefinition;
  /** Undoing, of the editor's own command stack or of `useUndo`; null for an editor in which nothing is typed. */
  readonly tools: EditorTools | null;
  /** At the left: `DefinitionList`, or what the editor has to add from. */
  readonly list: ReactNode;
  /** At the right: sentences about what is chosen on the canvas, or a preview; null gives its room to the canvas. */
  readonly panel: ReactNode;
  /** Shows the place of a problem: a JSON pointer or an element of the drawing. */
  readonly onProblem: (place: string) => void;
  /** Further buttons of the head, before 模拟运行. */
  readonly actions?: ReactNode;
  /** The canvas. */
  readonly children: ReactNode;
}

/**
 * The frame around every editor: what is edited and how it stands above, the list at the left, the canvas, one panel of
 * sentences at the right, and what is wrong below.
 */
export function EditorFrame(props: EditorFrameProps): ReactElement {
  const { open, tools, list, panel, onProblem, actions, children } = props;
  return (
    <SentenceScope fixed={open.readOnly !== null}>
      <div className="gl-editor">
        <EditorHead open={open} tools={tools}>
          {actions}
        </EditorHead>
        <EditorNotice open={open} />
        <div className={panel === null ? 'gl-editor-parts gl-editor-wide' : 'gl-editor-parts'}>
          <aside className="gl-editor-list">{list}</aside>
          <div className="gl-editor-middle">
            <div className="gl-editor-canvas">{children}</div>
            <ProblemLines open={open} onProblem={onProblem} />
          </div>
          {panel !== null && (
            <aside className="gl-editor-panel">
              <div>{panel}</div>
              <AssumedNote open={open} />
            </aside>
          )}
        </div>
      </div>
    </SentenceScope>
  );
}
