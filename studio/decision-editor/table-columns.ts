import type {
  InputDescription,
  OutputDescription,
  TableDescription,
} from '../../server/kernel/dmn/table-description.ts';
import type { Choice } from '../../server/kernel/forms/schema-node.ts';
import { isJsonArray, type Json } from '../../server/kernel/json.ts';

/** The pack's words a column may speak: what can be chosen in its cells, by where it comes from. */
type ChoiceSource = 'categories' | 'posts' | 'levels' | 'limits' | 'areas' | 'channels' | 'case-types';
export type ColumnChoices = { readonly [source in ChoiceSource]?: readonly Choice[] };

/** A column of the grid. */
export interface TableColumn {
  readonly part: 'inputs' | 'outputs';
  readonly index: number;
  /** What people call it; the name that the program uses where nobody wrote a label. */
  readonly label: string;
  /** What a process calls it: `case.category`, `post`. */
  readonly name: string;
  readonly source: ChoiceSource | null;
  readonly choices: readonly Choice[];
  readonly type: 'choice' | 'boolean' | 'number' | 'text';
  /** An outcome that is a list, such as the posts that are told. */
  readonly several: boolean;
}

const sources: readonly (readonly [RegExp, ChoiceSource])[] = [
  [/(^|\.)category$/, 'categories'],
  [/(^|\.)(post|told|reporterPost)$/, 'posts'],
  [/(^|\.)level$/, 'levels'],
  [/(^|\.)limit$/, 'limits'],
  [/(^|\.)area$/, 'areas'],
  [/(^|\.)channel$/, 'channels'],
  [/^case\.type$/, 'case-types'],
];

/** The columns of a table, conditions first, each in the words of the pack. */
export function tableColumns(table: TableDescription, choices: ColumnChoices): readonly TableColumn[] {
  return [
    ...table.inputs.map((input, index) => columnOf('inputs', index, input.expression, input, choices, false)),
    ...table.outputs.map((output, index) =>
      columnOf('outputs', index, output.name ?? output.label ?? '', output, choices, isList(output.used, output.name)),
    ),
  ];
}

function columnOf(
  part: TableColumn['part'],
  index: number,
  name: string,
  { label, type, used, allowed }: InputDescription | OutputDescription,
  choices: ColumnChoices,
  several: boolean,
): TableColumn {
  const source = sources.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const listed = (allowed?.tests ?? []).flatMap((test) => (test.kind === 'equals' ? [test.value] : []));
  const known = (source === null ? undefined : choices[source]) ?? listed.map(untitled);
  const mentioned = used.flatMap((value) => (isJsonArray(value) ? value : [value]));
  const strangers = mentioned.filter((value) => value !== null && !known.some((choice) => choice.value === value));
  return {
    part,
    index,
    label: label ?? name,
    name,
    source,
    choices: known.length === 0 ? [] : [...known, ...strangers.map(untitled)],
    type: known.length > 0 ? 'choice' : typeWord(type, mentioned),
    several,
  };
}

function untitled(value: Json): Choice {
  return { value, title: typeof value === 'string' ? value : JSON.stringify(value) };
}

function typeWord(type: string | null, used: readonly Json[]): TableColumn['type'] {
  if (type === 'boolean' || used.some((value) => typeof value === 'boolean')) return 'boolean';
  return type === 'number' ? 'number' : 'text';
}

function isList(used: readonly Json[], name: string | null): boolean {
  return name === 'told' || used.some(isJsonArray);
}

/** A value in words: the title of the choice, or what is written. */
export function valueWords(column: Pick<TableColumn, 'choices'>, value: Json): string {
  const choice = column.choices.find((one) => one.value === value);
  if (choice !== undefined) return choice.title;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
