import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../../translations/texts.ts';
import type { EditorProps } from '../editor-props.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { EditorSheet } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

const fields = ['title', 'form', 'areaType', 'columns', 'search', 'key', 'purpose', 'lawfulBasis', 'retention'];
const ui = {
  'ui:sections': [{ fields: ['columns', 'search', 'key'] }, { fields: ['purpose', 'lawfulBasis', 'retention'] }],
};

/** A ledger: what is asked, what its list shows, and why and how long it is kept. */
export function LedgerEditor(editor: EditorProps): ReactElement {
  return (
    <EditorSheet>
      <SchemaFields editor={editor} schema={kindSchemas.ledger} only={fields} ui={ui} />
    </EditorSheet>
  );
}

/** The form behind it. */
export function LedgerPanel({ json, definitions }: EditorProps): ReactElement {
  const { text, pack } = useText();
  const form = definitions.forms.find(({ id }) => id === json['form']);
  return (
    <PanelPart title={text('definition.ledger.form')}>
      <p className="quiet">{text('definition.ledger.form.says')}</p>
      {form !== undefined && <Link href={`/definitions/form/${form.id}`}>{pack(form.title)}</Link>}
    </PanelPart>
  );
}
