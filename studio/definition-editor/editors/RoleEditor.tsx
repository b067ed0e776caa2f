import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import type { EditorProps } from '../editor-props.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { EditorSheet } from '../parts/EditorSheet.tsx';
import { UsesList } from '../parts/UsesList.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

const ui = { permissions: { 'ui:widget': 'choices' } };

/** A bundle of permissions. */
export function RoleEditor(editor: EditorProps): ReactElement {
  return (
    <EditorSheet>
      <SchemaFields editor={editor} schema={kindSchemas.role} ui={ui} />
    </EditorSheet>
  );
}

/** Which posts give it. */
export function RolePanel({ json, definitions }: EditorProps): ReactElement {
  return <UsesList definitions={definitions} kind="role" id={plainText(json['id'] ?? '')} />;
}
