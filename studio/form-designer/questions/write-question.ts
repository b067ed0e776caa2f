import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { ownObject, propertyOf, requiredOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import { said, withMember, withMembers } from './edit-json.ts';
import { type Holder, parentAndName, withHolder, withProperty, withUi } from './holder.ts';
import { withChoiceList } from './question-choices.ts';
import { withConditions } from './question-conditions.ts';
import { type FieldParts, kindOf, ofKind, settled } from './question-kind.ts';
import { withLimits, withNumber } from './question-limits.ts';
import { withPersonal } from './question-personal.ts';
import { withRights } from './question-rights.ts';
import type { Question } from './question.ts';

/**
 * A form in which one question says what `question` says. Whatever the question does not speak of stays as it is
 * written, and parts that say the same stay the same objects. An expert question changes in what stands beside its own
 * schema only: when it is asked, who may fill it in, whether it must be.
 */
export function writeQuestion(form: FormDefinition, question: Question): FormDefinition {
  const { parent, name } = parentAndName(question.path);
  const written = withHolder(form, parent, (holder) => withField(holder, name, question));
  const rules = withConditions(form.rules, question.path, question.conditions);
  const rights = withRights(form.rights, question.path, question.rights);
  return {
    ...written,
    ...(rules === form.rules ? {} : { rules }),
    ...(rights === form.rights ? {} : { rights }),
  };
}

function withField(holder: Holder, name: string, question: Question): Holder {
  const before: FieldParts = { node: propertyOf(holder.schema, name) ?? {}, ui: ownObject(holder.ui, name) ?? {} };
  const parts =
    question.kind === 'expert' ? before : writtenField(before, question, requiredOf(holder.schema).includes(name));
  const schema = parts.node === before.node ? holder.schema : withProperty(holder.schema, name, parts.node);
  return {
    schema: withRequired(schema, name, question.required),
    ui: parts.ui === before.ui ? holder.ui : withUi(holder.ui, name, parts.ui),
  };
}

function writtenField(before: FieldParts, question: Question, wasRequired: boolean): FieldParts {
  const { kind } = question;
  const kindBefore = kindOf(before, wasRequired);
  const parts = kindBefore === kind ? before : ofKind(before, kindBefore, kind);
  const chosen = question.choices === null ? parts : withChoiceList(parts, kind, question.choices);
  const limited = withNumber(withLimits(chosen.node, kind, question.limits), kind, question.whole, question.unit);
  const marked = withPersonal(limited, question.personal);
  return settled(withWords({ node: withInitial(marked, question), ui: chosen.ui }, question), kind, question.required);
}

function withInitial(node: FieldParts['node'], { initial }: Question): FieldParts['node'] {
  if (sameJson(node['default'] ?? null, initial)) return node;
  return withMember(node, 'default', initial ?? undefined);
}

/** A title that the presentation says over the schema's own is changed where it is seen. */
function withWords({ node, ui }: FieldParts, { title, help, placeholder }: Question): FieldParts {
  const isOver = textOf(ui, 'ui:title') !== undefined;
  const titleBefore = textOf(isOver ? ui : node, isOver ? 'ui:title' : 'title') ?? '';
  return {
    node: isOver || titleBefore === title ? node : withMember(node, 'title', title),
    ui: withMembers(ui, {
      ...(isOver && titleBefore !== title ? { 'ui:title': title } : {}),
      ...((textOf(ui, 'ui:help') ?? '') === help ? {} : { 'ui:help': said(help) }),
      ...((textOf(ui, 'ui:placeholder') ?? '') === placeholder ? {} : { 'ui:placeholder': said(placeholder) }),
    }),
  };
}

function withRequired(schema: Holder['schema'], name: string, required: boolean): Holder['schema'] {
  const before = requiredOf(schema);
  if (before.includes(name) === required) return schema;
  const after = required ? [...before, name] : before.filter((one) => one !== name);
  return withMember(schema, 'required', after.length === 0 ? undefined : after);
}
