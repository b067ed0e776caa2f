import { type ReactElement, useRef, useState } from 'react';
import { listAreas } from '../../server/http/contract/organization.ts';
import type { AreaChange } from '../../server/kernel/organization/area-changes.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { type OpenDefinition, useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import { useAnswer } from '../api/use-answer.ts';
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
import { ChangeDialog } from './area-tree/ChangeDialog.tsx';
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

/** A change from a day on that somebody asked for. */
interface AskedWish {
  readonly code: string;
  readonly kind: AreaChange['kind'];
  readonly parent?: string;
}

function TreeEditor({ open }: { readonly open: OpenDefinition }): ReactElement {
  const undo = useUndo(open);
  const all = areasOf(open);
  const fixed = open.readOnly !== null;
  const canvas = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const [wish, setWish] = useState<AskedWish | null>(null);
  const published = useAnswer(listAreas, {}).data?.areas;
  const move = (code: string, parent: string): void => {
    // What is published has work and people, which go along from a day on; what is new in the draft is only put elsewhere.
    if (published?.some((one) => one.code === code) === true) setWish({ code, kind: 'move', parent });
    else setAsked({ code, parent });
  };
  const area = all.areas.find(({ code }) => code === chosen) ?? null;
  const wished = all.areas.find(({ code }) => code === wish?.code);
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
          onMove={(parent) => area !== null && move(area.code, parent)}
          onAsk={(kind) => area !== null && setWish({ code: area.code, kind })}
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
        <AreaTree all={all} chosen={chosen} fixed={fixed} onChoose={setChosen} onMove={move} />
      </div>
      {wished !== undefined && wish !== null && (
        <ChangeDialog
          key={`${wish.code} ${wish.kind}`}
          all={all}
          area={wished}
          kind={wish.kind}
          {...(wish.parent === undefined ? {} : { parent: wish.parent })}
          onClose={() => setWish(null)}
          onChanged={(next) => {
            save(next);
            setWish(null);
          }}
        />
      )}
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
