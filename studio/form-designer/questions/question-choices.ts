import { choicesOf, itemsOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { withMember, withMembers } from './edit-json.ts';
import { type FieldParts, widgetForOptions, widgetForSource } from './question-kind.ts';
import type { Choices, Option, QuestionKind } from './question.ts';

/** What a question offers; null for kinds that offer nothing. Own answers go before those of the pack. */
export function readChoices(node: JsonObject, kind: QuestionKind): Choices | null {
  const holding = offering(node, kind);
  if (holding === null) return null;
  const options = choicesOf(holding);
  if (options !== undefined) return { options };
  const source = textOf(holding, 'x-choices');
  return source === undefined ? { options: [] } : { source };
}

/** A field that offers other answers. What an option says besides value, title and group stays with it. */
export function withChoiceList(parts: FieldParts, kind: QuestionKind, choices: Choices): FieldParts {
  const holding = offering(parts.node, kind);
  const before = readChoices(parts.node, kind);
  if (holding === null || (before !== null && sameJson(plain(before), plain(choices)))) return parts;
  const offered =
    'source' in choices
      ? withMembers(holding, { oneOf: undefined, 'x-choices': choices.source })
      : withMembers(holding, { 'x-choices': undefined, oneOf: writtenOptions(holding, choices.options) });
  const node = kind === 'choices' ? withMember(parts.node, 'items', offered) : offered;
  return { node, ui: withMember(parts.ui, 'ui:widget', widgetOf(parts.ui, kind, before, choices)) };
}

function widgetOf(ui: JsonObject, kind: QuestionKind, before: Choices | null, choices: Choices): string | undefined {
  if (kind === 'choices') return 'choices';
  if ('source' in choices) return widgetForSource(choices.source);
  const stays = before !== null && 'options' in before && before.options.length > 0;
  return stays ? textOf(ui, 'ui:widget') : widgetForOptions(ui);
}

function offering(node: JsonObject, kind: QuestionKind): JsonObject | null {
  if (kind === 'choice') return node;
  return kind === 'choices' ? (itemsOf(node) ?? null) : null;
}

function writtenOptions(holding: JsonObject, options: readonly Option[]): Json {
  const written = isJsonArray(holding['oneOf']) ? holding['oneOf'].filter(isJsonObject) : [];
  return options.map(({ value, title, group }) => {
    const before = written.find((one) => sameJson(one['const'] ?? null, value)) ?? { const: value };
    const isUntitled = before['title'] === undefined && sameJson(before['const'] ?? null, title);
    return withMembers(before, { ...(isUntitled ? {} : { title }), 'x-group': group });
  });
}

function plain(choices: Choices): Json {
  return 'source' in choices
    ? { source: choices.source }
    : choices.options.map(({ value, title, group }) => [value, title, group ?? null]);
}

/** A value for a new option: nothing a person reads, but one that no other option has. */
export function newOptionValue(options: readonly Option[]): Json {
  const numbers = options.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (options.length > 0 && numbers.length === options.length) return Math.max(...numbers) + 1;
  const taken = new Set(options.map(({ value }) => value));
  for (let nth = options.length + 1; ; nth += 1) {
    if (!taken.has(`option-${nth}`)) return `option-${nth}`;
  }
}

/** The answers a question offers, its own or, filled in before, those of the pack. */
export function offeredOptions(
  choices: Choices | null,
  fromPack: (source: string) => readonly Option[],
): readonly Option[] {
  if (choices === null) return [];
  return 'options' in choices ? choices.options : fromPack(choices.source);
}
