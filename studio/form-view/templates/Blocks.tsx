import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { pointerOf } from '../../../server/kernel/forms/json-pointer.ts';
import { propertyOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { arrangeBlocks, type FormBlock } from './arrange-blocks.ts';
import { controlOfField } from './control-of-field.ts';
import { SectionBlock } from './SectionBlock.tsx';

/** An object: the form itself as blocks, a group as one block, what lies deeper or in a row as plain fields. */
export function Blocks(props: ObjectFieldTemplateProps): ReactElement {
  const { fieldPathId, properties, schema, uiSchema, formData } = props;
  const node: unknown = schema;
  const path = fieldPathId.path;
  const ui: JsonObject = isJsonObject(uiSchema) ? uiSchema : {};
  const shown = properties.filter((property) => !property.hidden);
  const contents = new Map(shown.map((property) => [property.name, property.content]));
  const inRow = path.some((step) => typeof step === 'number');
  if (path.length > 0) {
    const block = groupBlock(path.join('.'), isJsonObject(node) ? node : {}, ui, [...contents.keys()]);
    const fields = <div className="fv-fields">{[...contents.values()]}</div>;
    return inRow ? (
      fields
    ) : (
      <SectionBlock block={block} prefix={pointerOf(path)} data={formData as unknown}>
        {fields}
      </SectionBlock>
    );
  }
  const drawsItself = (name: string): boolean => {
    const child = isJsonObject(node) ? propertyOf(node, name) : undefined;
    const control = controlOfField(child ?? {}, {});
    return control === 'group' || control === 'rows';
  };
  return (
    <>
      {arrangeBlocks([...contents.keys()], ui, drawsItself).map((block) => {
        const fields = block.fields.map((name) => contents.get(name));
        if (block.draws === 'itself') return fields;
        return (
          <SectionBlock
            key={block.key}
            block={withoutRepeatedTitle(block, isJsonObject(node) ? node : {})}
            prefix=""
            data={formData as unknown}
          >
            <div className="fv-fields">{fields}</div>
          </SectionBlock>
        );
      })}
    </>
  );
}

function groupBlock(key: string, schema: JsonObject, ui: JsonObject, fields: readonly string[]): FormBlock {
  const options = isJsonObject(ui['ui:options']) ? ui['ui:options'] : {};
  return {
    key,
    fields,
    draws: 'fields',
    folded: options['folded'] === true,
    title: textOf(ui, 'ui:title') ?? textOf(schema, 'title') ?? null,
    note: textOf(ui, 'ui:help') ?? textOf(schema, 'description') ?? null,
  };
}

/** A section called like its first field (已当场处理) would say it twice. */
function withoutRepeatedTitle(block: FormBlock, schema: JsonObject): FormBlock {
  const [first] = block.fields;
  const title = first === undefined ? undefined : propertyOf(schema, first)?.['title'];
  return title === block.title && !block.folded ? { ...block, title: null } : block;
}
