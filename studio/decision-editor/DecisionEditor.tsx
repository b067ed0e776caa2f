import { type ReactElement, useMemo, useRef, useState } from 'react';
import type { Decision } from '../../server/kernel/dmn/decision.ts';
import type { TableDescription } from '../../server/kernel/dmn/table-description.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import { useDefinitionList } from '../api/drafts/use-definition-list.ts';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useUndo } from '../api/drafts/use-undo.ts';
import { useText } from '../translations/texts.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DefinitionList } from '../ui/desktop/editor/DefinitionList.tsx';
import { EditorFrame } from '../ui/desktop/EditorFrame.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { columnChoices } from './column-choices.ts';
import { CoveragePart } from './CoveragePart.tsx';
import { HitPolicyPart } from './HitPolicyPart.tsx';
import { ReadOnlyDecision } from './ReadOnlyDecision.tsx';
import { tableColumns } from './table-columns.ts';
import { coverageOf } from './table-coverage.ts';
import { decisionsIn } from './table-text.ts';
import { TableGrid } from './TableGrid.tsx';
import { TryRow } from './TryRow.tsx';
import { useCompiledDecisions } from './use-compiled-decisions.ts';
import './decision-editor.css';

interface DecisionEditorProps {
  readonly open: OpenDefinition;
  readonly definitions: DraftDefinitions;
  readonly area: { readonly name: string };
}

/** The grid, and beside it what it forgets, what happens when several rules fit, and a row to try. */
export function DecisionEditor({ open, definitions, area }: DecisionEditorProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const lines = useDefinitionList(open.area, 'decision');
  const undo = useUndo(open);
  const canvas = useRef<HTMLDivElement>(null);
  const xml = 'xml' in open.content ? open.content.xml : '';
  const known = useCompiledDecisions(xml);
  const written = useMemo(() => decisionsIn(xml), [xml]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [fired, setFired] = useState<readonly string[]>([]);
  const id = written.some((one) => one.id === chosen) ? chosen : (written[0]?.id ?? null);
  const decision = id === null ? undefined : known?.decisions.get(id);
  const choices = useMemo(() => columnChoices(definitions, texts), [definitions, texts]);
  const save = (next: string): void => undo.save({ xml: next });
  return (
    <EditorFrame
      open={open}
      tools={undo}
      list={<DefinitionList search={text('decision.find')} lines={lines} current={open.id} area={area.name} />}
      panel={
        decision?.table === undefined || id === null ? null : (
          <Beside {...{ decision, table: decision.table, xml, id, open, choices, save, onFired: setFired }} />
        )
      }
      onProblem={(place) => showPlace(canvas.current, place)}
    >
      <div ref={canvas} className="gl-decision">
        {written.length > 1 && (
          <ChoiceRow
            label={text('decision.which')}
            value={id ?? undefined}
            choices={written.map((one) => ({
              id: one.id,
              title: pack(definitions.decisions.find((other) => other.id === one.id)?.title ?? one.id),
            }))}
            onChange={setChosen}
          />
        )}
        {known === null && <SkeletonLines count={8} />}
        {known !== null && id !== null && decision?.table === undefined && (
          <ReadOnlyDecision xml={xml} id={id} faults={known.faults} />
        )}
        {decision?.table !== undefined && id !== null && (
          <TableGrid
            xml={xml}
            id={id}
            table={decision.table}
            columns={tableColumns(decision.table, choices)}
            fixed={open.readOnly !== null}
            fired={fired}
            problems={open.problems}
            onChange={save}
          />
        )}
      </div>
    </EditorFrame>
  );
}

interface BesideProps {
  readonly decision: Decision;
  readonly table: TableDescription;
  readonly xml: string;
  readonly id: string;
  readonly open: OpenDefinition;
  readonly choices: ReturnType<typeof columnChoices>;
  readonly save: (xml: string) => void;
  readonly onFired: (rules: readonly string[]) => void;
}

function Beside({ decision, table, xml, id, open, choices, save, onFired }: BesideProps): ReactElement {
  const now = useNow();
  const columns = useMemo(() => tableColumns(table, choices), [table, choices]);
  const coverage = useMemo(() => coverageOf(decision, table, columns, now), [decision, table, columns, now]);
  const fixed = open.readOnly !== null;
  return (
    <>
      <TryRow decision={decision} columns={columns} now={now} onFired={onFired} />
      <CoveragePart {...{ coverage, columns, table, xml, id, fixed }} onChange={save} />
      <HitPolicyPart {...{ table, xml, id }} onChange={save} />
    </>
  );
}

/** Shows the rule or cell a problem names, or the grid itself. */
function showPlace(root: HTMLElement | null, place: string): void {
  const named = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const found = named.find(({ dataset }) => dataset['path'] === place) ?? root;
  found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  found?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}
