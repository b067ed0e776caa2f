import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { ownObject, propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import { holderAt, withHolder, withProperty, withUi } from './holder.ts';
import { blocksOf, type Place, withBlocks, withPlaced } from './question-order.ts';

/**
 * A form that asks what another form asks, under the same name and as the same type, with everything its schema says about
 * it: limits, choices, personal marks. Conditions and rights are the other form's own and are not taken along.
 */
export function reuseQuestion(form: FormDefinition, other: FormDefinition, name: string, place: Place): FormDefinition {
  const from = holderAt(other, '');
  const node = from === undefined ? undefined : propertyOf(from.schema, name);
  if (from === undefined || node === undefined) return form;
  return withHolder(form, '', (holder) => ({
    schema: withProperty(holder.schema, name, node),
    ui: withUi(withBlocks(holder, withPlaced(blocksOf(holder), name, place)), name, ownObject(from.ui, name) ?? {}),
  }));
}
