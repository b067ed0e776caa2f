import { typesWithKind } from '../../../server/kernel/organization/area-types.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { FormRule } from '../../../server/kernel/forms/form-definition.ts';
import { without, plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import type { EditorProps } from '../editor-props.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { EditorSheet } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { UsesList } from '../parts/UsesList.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

const fields = [
  'title',
  'group',
  'areaType',
  'areaKinds',
  'required',
  'min',
  'max',
  'byKind',
  'fallback',
  'coverDays',
  'categories',
  'roles',
];
const rules: readonly FormRule[] = [
  { when: { all: [{ field: 'areaType', in: [...typesWithKind] }] }, show: ['areaKinds', 'byKind'] },
];

/** A post: where it stands, how many hold it, who acts while it is vacant, and what its holders may do. */
export function PostEditor(editor: EditorProps): ReactElement {
  return (
    <EditorSheet>
      <SchemaFields editor={editor} schema={kindSchemas.post} only={fields} rules={rules} tidy={tidyPost} />
    </EditorSheet>
  );
}

/** Only grids, parts of them and units have kinds; a list of nothing is no list. */
function tidyPost(post: JsonObject): JsonObject {
  const ofKinds = [...typesWithKind].some((type) => type === post['areaType']) ? [] : ['areaKinds', 'byKind'];
  const empty = ['areaKinds', 'byKind', 'categories'].filter((name) => {
    const list = post[name];
    return Array.isArray(list) && list.length === 0;
  });
  return without(withNewKinds(post), ...ofKinds, ...empty);
}

/** A kind that is added begins with the numbers of all others: only which kind it is has to be said. */
function withNewKinds(post: JsonObject): JsonObject {
  const { byKind, required = true, min = 1, max = 1 } = post;
  if (!isJsonArray(byKind) || byKind.every((row) => isJsonObject(row) && Object.keys(row).length > 0)) return post;
  const rows = byKind.map((row) => (isJsonObject(row) && Object.keys(row).length > 0 ? row : { required, min, max }));
  return { ...post, byKind: rows };
}

/** Where the post will be, who holds it, and what names it. */
export function PostPanel({ json, definitions }: EditorProps): ReactElement {
  const { text } = useText();
  const kinds = json['areaKinds'];
  const count = definitions.areas.filter(
    ({ type, kind }) =>
      type === json['areaType'] && (!Array.isArray(kinds) || (kind !== undefined && kinds.includes(kind))),
  ).length;
  return (
    <>
      <PanelPart title={text('definition.post.where')}>
        <p>{text('definition.post.areas', { count })}</p>
        <p className="quiet">{text('definition.post.holders')}</p>
        <p>
          <Link href="/posts">{text('definition.post.board')}</Link>
        </p>
      </PanelPart>
      <UsesList definitions={definitions} kind="post" id={plainText(json['id'] ?? '')} />
    </>
  );
}
