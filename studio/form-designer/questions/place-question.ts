import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { ownObject, propertyOf, requiredOf, without } from '../../../server/kernel/forms/schema-node.ts';
import { withMember } from './edit-json.ts';
import { type Holder, holderAt, parentAndName, pathIn, withHolder, withProperty, withUi } from './holder.ts';
import { readConditions, withConditions, withoutQuestion, withPathRenamed } from './question-conditions.ts';
import { blocksOf, type Place, withBlocks, withPlaced } from './question-order.ts';
import { readRights, withPathsChanged, withRights } from './question-rights.ts';
import type { Question } from './question.ts';
import { writeQuestion } from './write-question.ts';

/** A form with one question more. The question's path says where it belongs; its name must be free there. */
export function addQuestion(form: FormDefinition, question: Question, place: Place): FormDefinition {
  const { parent, name } = parentAndName(question.path);
  const begun = withHolder(form, parent, (holder) => ({
    schema: withProperty(holder.schema, name, {}),
    ui: withBlocks(holder, withPlaced(blocksOf(holder), name, place)),
  }));
  return writeQuestion(begun, question);
}

/** A form in which a question stands elsewhere among its own: questions do not move into or out of groups. */
export function moveQuestion(form: FormDefinition, path: string, place: Place): FormDefinition {
  const { parent, name } = parentAndName(path);
  return withHolder(form, parent, (holder) => ({
    schema: holder.schema,
    ui: withBlocks(holder, withPlaced(blocksOf(holder), name, place)),
  }));
}

/** A form without a question, its rules, its rights, and the conditions of others that looked at it. */
export function removeQuestion(form: FormDefinition, path: string): FormDefinition {
  const { parent, name } = parentAndName(path);
  const isGone = (one: string): boolean => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[].`);
  const left = withHolder(form, parent, (holder) => withoutField(holder, name));
  return {
    ...left,
    rules: withoutQuestion(form.rules, isGone),
    rights: withPathsChanged(form.rights, (one) => (isGone(one) ? null : one)),
  };
}

function withoutField({ schema, ui }: Holder, name: string): Holder {
  const blocks = blocksOf({ schema, ui }).map((block) => ({
    ...block,
    names: block.names.filter((one) => one !== name),
  }));
  const required = requiredOf(schema).filter((one) => one !== name);
  const node = withProperty(schema, name, undefined);
  return {
    schema:
      required.length === requiredOf(schema).length
        ? node
        : withMember(node, 'required', required.length === 0 ? undefined : required),
    ui: without(withBlocks({ schema, ui }, blocks), name),
  };
}

/** A form with a copy of a question behind it, under another name. What the question says is copied, also what is not known here. */
export function copyQuestion(form: FormDefinition, path: string, name: string, title: string): FormDefinition {
  const { parent, name: original } = parentAndName(path);
  const holder = holderAt(form, parent);
  const node = holder === undefined ? undefined : propertyOf(holder.schema, original);
  if (holder === undefined || node === undefined) return form;
  const blocks = blocksOf(holder);
  const block = blocks.find(({ names }) => names.includes(original));
  const next = block?.names[block.names.indexOf(original) + 1] ?? null;
  const copied = withHolder(form, parent, ({ schema, ui }) => ({
    schema: withCopied(schema, original, name, { ...node, title }),
    ui: withUi(
      withBlocks({ schema, ui }, withPlaced(blocks, name, { section: block?.section ?? null, before: next })),
      name,
      without(ownObject(ui, original) ?? {}, 'ui:title'),
    ),
  }));
  const to = pathIn(parent, name);
  return {
    ...copied,
    rules: withConditions(form.rules, to, readConditions(form.rules, path)),
    rights: withRights(form.rights, to, readRights(form.rights, path)),
  };
}

function withCopied(
  schema: Holder['schema'],
  original: string,
  name: string,
  node: Holder['schema'],
): Holder['schema'] {
  const required = requiredOf(schema);
  const copied = withProperty(schema, name, node);
  return required.includes(original) ? withMember(copied, 'required', [...required, name]) : copied;
}

/** A form in which a question has another data name, everywhere it is spoken of. Only for questions nobody has answered. */
export function renameData(form: FormDefinition, path: string, name: string): FormDefinition {
  const { parent, name: before } = parentAndName(path);
  const to = pathIn(parent, name);
  const renamed = (one: string): string =>
    one === path ? to : one.startsWith(`${path}.`) || one.startsWith(`${path}[].`) ? to + one.slice(path.length) : one;
  const called = withHolder(form, parent, (holder) => withFieldRenamed(holder, before, name));
  return {
    ...called,
    rules: withPathRenamed(form.rules, path, to),
    rights: withPathsChanged(form.rights, renamed),
  };
}

function withFieldRenamed(holder: Holder, from: string, to: string): Holder {
  const swap = (node: Holder['schema']): Holder['schema'] =>
    Object.fromEntries(Object.entries(node).map(([key, value]) => [key === from ? to : key, value]));
  const blocks = blocksOf(holder).map((block) => ({
    ...block,
    names: block.names.map((name) => (name === from ? to : name)),
  }));
  const required = requiredOf(holder.schema);
  const schema = withMember(holder.schema, 'properties', swap(ownObject(holder.schema, 'properties') ?? {}));
  return {
    schema: required.includes(from)
      ? withMember(
          schema,
          'required',
          required.map((name) => (name === from ? to : name)),
        )
      : schema,
    ui: swap(withBlocks(holder, blocks)),
  };
}
