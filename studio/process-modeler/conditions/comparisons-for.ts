import type { Comparison, ConditionField, ConditionRow, Value } from './condition.ts';

const any: readonly Comparison[] = ['equals', 'differs', 'empty', 'filled'];
const ordered: readonly Comparison[] = [
  'equals',
  'differs',
  'greater',
  'at-least',
  'less',
  'at-most',
  'empty',
  'filled',
];

/** The comparisons that make sense for a field, the likeliest first. */
export function comparisonsFor(field: ConditionField | undefined): readonly Comparison[] {
  switch (field?.control) {
    case undefined:
      return [...ordered, 'contains', 'lacks', 'one-of'];
    case 'number':
    case 'date':
    case 'date-time':
      return ordered;
    case 'switch':
    case 'yes-no':
      return ['equals', 'empty', 'filled'];
    case 'choices':
      return ['contains', 'lacks', 'empty', 'filled'];
    case 'choice':
    case 'select':
    case 'category':
      return ['equals', 'differs', 'one-of', 'empty', 'filled'];
    case 'unknown':
      return [...ordered, 'contains', 'lacks', 'one-of'];
    case 'text':
    case 'textarea':
    case 'phone':
    case 'place':
      return ['equals', 'differs', 'contains', 'lacks', 'empty', 'filled'];
    default:
      return any;
  }
}

/** A first line about a field, complete as it is. */
export function firstRow(field: ConditionField): ConditionRow {
  return withComparison(
    { field: field.path, comparison: 'equals', values: [] },
    comparisonsFor(field)[0] ?? 'equals',
    field,
  );
}

/** The line with another comparison; what was compared with stays where it still makes sense. */
export function withComparison(
  row: ConditionRow,
  comparison: Comparison,
  field: ConditionField | undefined,
): ConditionRow {
  const values = comparison === 'empty' || comparison === 'filled' ? [] : valuesFor(row.values, field);
  const isPart = comparison === 'contains' || comparison === 'lacks';
  const list = isPart && (field?.control === 'choices' || (field === undefined && row.list === true));
  return {
    field: row.field,
    comparison,
    values: comparison === 'one-of' ? values : values.slice(0, 1),
    ...(list ? { list } : {}),
  };
}

function valuesFor(values: readonly Value[], field: ConditionField | undefined): readonly Value[] {
  return values.length > 0 ? values : [firstValue(field)];
}

function firstValue(field: ConditionField | undefined): Value {
  const [choice] = field?.choices ?? [];
  if (choice !== undefined) return choice.value;
  if (field?.control === 'switch' || field?.control === 'yes-no') return true;
  return field?.control === 'number' ? 0 : '';
}
