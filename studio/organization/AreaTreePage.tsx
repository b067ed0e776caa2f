import { type ReactElement, useRef, useState } from 'react';
import type { JsonObject } from '../../server/kernel/json.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { type OpenDefinition, useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import { useUndo } from '../api/drafts/use-undo.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { EditorFrame } from '../ui/desktop/EditorFrame.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AreaPanel } from './area-tree/AreaPanel.tsx';
import { AreaTree } from './area-tree/AreaTree.tsx';
import { AreaTreeList } from './area-tree/AreaTreeList.tsx';
import type { Areas } from './area-tree/edit-areas.ts';
import { MoveAreaDialog } from './area-tree/MoveAreaDialog.tsx';
import './area-tree/area-tree.css';

/** The areas of a street as a tree: added, named, moved and taken away, with what each would do. */
export function AreaTreePage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  if (area === null)
    return (
      <div className="gl-page">
        <EmptyState title={text('nowhere')} next={text('nowhere.next')} />
      </div>
    );
  return <OpenTree key={area.code} area={area.code} />;
}

function OpenTree({ area }: { readonly area: string }): ReactElement {
  const { open, waiting } = useDraftDefinition(area, 'areas', 'areas');
  if (open !== null) return <TreeEditor open={open} />;
  return (
    <div className="gl-page">
      <Waiting {...waiting} />
    </div>
  );
}

/** A move somebody asked for, until they have read what it does. */
interface AskedMove {
  readonly code: string;
  readonly parent: string;
}

function TreeEditor({ open }: { readonly open: OpenDefinition }): ReactElement {
  const undo = useUndo(open);
  const all = areasOf(open);
  const fixed = open.readOnly !== null;
  const canvas = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const area = all.areas.find(({ code }) => code === chosen) ?? null;
  const save = (next: Areas): void => undo.save({ json: next as unknown as JsonObject });
  return (
    <EditorFrame
      open={open}
      tools={undo}
      list={<AreaTreeList all={all} chosen={chosen} onChoose={setChosen} />}
      panel={
        <AreaPanel
          key={area?.code ?? ''}
          all={all}
          area={area}
          fixed={fixed}
          problems={open.problems}
          onChange={save}
          onChoose={setChosen}
          onMove={(parent) => area !== null && setAsked({ code: area.code, parent })}
        />
      }
      onProblem={(place) => {
        const nth = /^\/areas\/(\d+)/.exec(place)?.[1];
        const found = nth === undefined ? undefined : all.areas[Number(nth)];
        if (found !== undefined) setChosen(found.code);
        canvas.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
      }}
    >
      <div ref={canvas} className="gl-area-canvas">
        <AreaTree
          all={all}
          chosen={chosen}
          fixed={fixed}
          onChoose={setChosen}
          onMove={(code, parent) => setAsked({ code, parent })}
        />
      </div>
      {asked !== null && (
        <MoveAreaDialog
          all={all}
          code={asked.code}
          parent={asked.parent}
          onClose={() => setAsked(null)}
          onMoved={(next, code) => {
            save(next);
            setChosen(code);
            setAsked(null);
          }}
        />
      )}
    </EditorFrame>
  );
}

/** The definition as areas; one that is not written right is empty and its problems say so. */
function areasOf({ content }: OpenDefinition): Areas {
  const json: Partial<Areas> = 'json' in content ? (content.json as unknown as Partial<Areas>) : {};
  return { codePatterns: {}, areas: [], ...json };
}
