import type { Condition, ConditionGroup, ConditionRow, Value } from './condition.ts';

/**
 * A condition as FEEL, with the leading `=` of the Zeebe vocabulary. Every line is true or false also when the
 * field is empty: what FEEL answers with null then (`null > 5`) is compared with true, so that an empty field does not
 * stop a case.
 *
 * @returns the empty text for a condition without lines
 */
export function writeCondition(condition: Condition): string {
  const groups = condition.groups.filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return '';
  const written = groups.map((group) => {
    const text = writeGroup(group);
    return groups.length > 1 && group.rows.length > 1 ? `(${text})` : text;
  });
  return `=${written.join(` ${condition.join} `)}`;
}

function writeGroup({ join, rows }: ConditionGroup): string {
  return rows.map(writeRow).join(` ${join} `);
}

const operators = { greater: '>', 'at-least': '>=', less: '<', 'at-most': '<=' } as const;

function writeRow({ field, comparison, values, list = false }: ConditionRow): string {
  const value = literal(values[0] ?? null);
  switch (comparison) {
    case 'equals':
      return `${field} = ${value}`;
    case 'differs':
      return `${field} != ${value}`;
    case 'empty':
      return `${field} = null`;
    case 'filled':
      return `${field} != null`;
    case 'one-of':
      return `list contains([${values.map(literal).join(', ')}], ${field})`;
    case 'contains':
      return `${holds(field, value, list)} = true`;
    case 'lacks':
      return `(${holds(field, value, list)} = true) = false`;
    default:
      return `(${field} ${operators[comparison]} ${value}) = true`;
  }
}

function holds(field: string, value: string, list: boolean): string {
  return `${list ? 'list contains' : 'contains'}(${field}, ${value})`;
}

function literal(value: Value | null): string {
  return JSON.stringify(value);
}
