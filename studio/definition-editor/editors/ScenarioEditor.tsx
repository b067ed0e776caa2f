import { type ReactElement, useState } from 'react';
import { itemsOf, propertyOf, plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import type { Scenario } from '../../../server/kernel/world/scenario.ts';
import {
  kindOfStep,
  newScenarioStep,
  type ScenarioStepKind,
  scenarioStepKinds,
} from '../../../server/kernel/world/scenario-steps.ts';
import { scenarioSentences } from '../../../server/kernel/world/scenario-sentences.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DragList } from '../../ui/desktop/DragList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorProps } from '../editor-props.ts';
import { movedItem } from '../json-edit.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { MemberText } from '../parts/MemberInputs.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

/** A scenario: its steps read as sentences; the one that is opened is asked by the form of its kind. */
export function ScenarioEditor(editor: EditorProps): ReactElement {
  const { json, onChange, problems, fixed } = editor;
  const { text } = useText();
  const steps = isJsonArray(json['steps']) ? json['steps'].filter(isJsonObject) : [];
  const [open, setOpen] = useState<number | null>(null);
  const set = (next: readonly Json[], opened: number | null): void => {
    onChange({ ...json, steps: next });
    setOpen(opened);
  };
  const sentences = scenarioSentences({ title: '', steps: steps.map(readable) } as unknown as Scenario);
  return (
    <EditorSheet>
      <SheetPart title={text('definition.scenario.title')} place="/title">
        <MemberText editor={editor} place="/title" label={text('definition.scenario.title')} longest={120} />
      </SheetPart>
      <SheetPart title={text('definition.scenario.steps')} note={text('definition.scenario.steps.note')} place="/steps">
        <DragList
          items={steps.map((step, nth) => ({ step, nth }))}
          keyOf={({ nth }) => plainText(nth)}
          titleOf={({ nth }) => text('definition.scenario.nth', { nth: nth + 1 })}
          fixed={fixed}
          onMove={(from, to) => set(movedItem(steps, from, to), to)}
          onRemove={steps.length > 2 ? (nth) => set(steps.toSpliced(nth, 1), null) : null}
        >
          {({ step, nth }) => (
            <div data-path={`/steps/${nth}`} className="gl-scenario-step">
              <button
                type="button"
                aria-expanded={open === nth}
                className="gl-scenario-line"
                onClick={() => setOpen(open === nth ? null : nth)}
              >
                <span className="quiet">{nth + 1}</span>
                {sentences[nth]}
                <Icon name={open === nth ? 'down' : 'right'} small />
              </button>
              {open === nth && <StepFields editor={editor} step={step} nth={nth} />}
              {open !== nth && <PlaceProblems problems={problems} place={`/steps/${nth}`} />}
            </div>
          )}
        </DragList>
        {!fixed && (
          <div className="gl-add-row" role="group" aria-label={text('definition.scenario.add')}>
            <span className="quiet">{text('definition.scenario.add')}</span>
            {scenarioStepKinds.map((kind) => (
              <Button key={kind} small onPress={() => set([...steps, newScenarioStep(kind)], steps.length)}>
                {text(`step-kind.${kind}`)}
              </Button>
            ))}
          </div>
        )}
      </SheetPart>
    </EditorSheet>
  );
}

function StepFields({
  editor,
  step,
  nth,
}: {
  readonly editor: EditorProps;
  readonly step: JsonObject;
  readonly nth: number;
}): ReactElement | null {
  const kind = kindOfStep(step);
  const schema = kind === null ? undefined : schemaOfStep(kind);
  if (kind === null || schema === undefined) return null;
  // What is given and what is then expected stand in an object of their own.
  const inside = kind === 'given' || kind === 'then' ? propertyOf(schema, kind) : undefined;
  return inside === undefined ? (
    <SchemaFields editor={editor} schema={schema} at={`/steps/${nth}`} />
  ) : (
    <SchemaFields editor={editor} schema={inside} at={`/steps/${nth}/${kind}`} />
  );
}

function schemaOfStep(kind: ScenarioStepKind): JsonObject | undefined {
  const variants = itemsOf(propertyOf(kindSchemas.scenario, 'steps') ?? {})?.['oneOf'];
  return (isJsonArray(variants) ? variants : [])
    .filter(isJsonObject)
    .find((one) => propertyOf(one, kind) !== undefined);
}

/** A step as sentences can read it while a member is still missing. */
function readable(step: JsonObject): JsonObject {
  const kind = kindOfStep(step) ?? 'then';
  return kind === 'given' || kind === 'then' ? { [kind]: {}, ...step } : { ...newScenarioStep(kind), ...step };
}
