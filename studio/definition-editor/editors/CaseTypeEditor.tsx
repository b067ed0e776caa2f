import type { ReactElement } from 'react';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { isJsonArray, isJsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import type { EditorProps } from '../editor-props.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { exampleNumber } from '../number-example.ts';
import { CategoryTree } from '../parts/CategoryTree.tsx';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { NumberPattern } from '../parts/NumberPattern.tsx';
import { TitledLines } from '../parts/TitledLines.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

const fields = ['title', 'process', 'reportForm', 'routing'];

/** A kind of case: what it is called and who routes it, its categories, stages and sources, and how it is numbered. */
export function CaseTypeEditor(editor: EditorProps): ReactElement {
  const { text } = useText();
  return (
    <EditorSheet>
      <SchemaFields editor={editor} schema={kindSchemas['case-type']} only={fields} />
      <SheetPart title={text('definition.categories')} note={text('definition.categories.note')} place="/categories">
        <CategoryTree {...editor} />
      </SheetPart>
      <SheetPart title={text('definition.stages')} note={text('definition.stages.note')} place="/stages">
        <TitledLines editor={editor} member="stages" base="stage" newTitle={text('definition.stages.new')} />
      </SheetPart>
      <SheetPart title={text('definition.channels')} note={text('definition.channels.note')} place="/channels">
        <TitledLines editor={editor} member="channels" base="channel" newTitle={text('definition.channels.new')} />
      </SheetPart>
      <SheetPart
        title={text('definition.numbering')}
        note={text('definition.numbering.pattern.hint')}
        place="/numbering"
      >
        <NumberPattern {...editor} />
      </SheetPart>
    </EditorSheet>
  );
}

/** How many of each, and the number the next case would get. */
export function CaseTypePanel({ json, now }: EditorProps): ReactElement {
  const { text } = useText();
  const categories = isJsonArray(json['categories']) ? json['categories'].filter(isJsonObject) : [];
  const leaves = categories.flatMap(({ children }) => (isJsonArray(children) ? children : [null])).length;
  const stages = isJsonArray(json['stages']) ? json['stages'].length : 0;
  return (
    <PanelPart title={text('definition.case-type.facts')} aside={text('definition.live')}>
      <p>{text('definition.case-type.counts', { categories: categories.length, leaves, stages })}</p>
      <p>
        {text('definition.numbering.next')} <b>{exampleNumber(json['numbering'], now)}</b>
      </p>
      <p className="quiet">{text('definition.case-type.routing')}</p>
    </PanelPart>
  );
}
