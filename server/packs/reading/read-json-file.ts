import type { JsonKind } from '../../kernel/compilation/file-kinds.ts';
import type { JsonReading, JsonShapes } from '../../kernel/compilation/json-shapes.ts';
import { errorAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { shapeFaults } from './shape-faults.ts';
import { shapeOf } from './shapes.ts';

/**
 * Reads one JSON file of a pack and checks it against the schema of its kind.
 *
 * @param at the file
 * @param text its content
 */
export function readJsonFile<Kind extends JsonKind>(
  kind: Kind,
  at: Located,
  text: string,
): JsonReading<JsonShapes[Kind]> {
  const parsed = parseJson(at, text);
  if (parsed.fault) return { value: null, faults: [parsed.fault] };
  const twice = duplicateKeys(text).map((place) =>
    errorAt(
      at,
      'json-key-twice',
      {
        zh: `「${place.split('/').at(-1) ?? ''}」写了两次，只有后一个会算数。请删去一个。`,
        en: `The key "${place.split('/').at(-1) ?? ''}" is written twice; only the last would count. Remove one.`,
      },
      place,
    ),
  );
  const shape = shapeOf(kind);
  const value: unknown = parsed.value;
  if (!shape(value)) return { value: null, faults: [...twice, ...shapeFaults(at, shape.errors ?? [])] };
  return { value, faults: twice };
}

function parseJson(at: Located, text: string): { readonly value: unknown; readonly fault: PackFault | null } {
  try {
    return { value: JSON.parse(text), fault: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const where = lineOf(text, message);
    return {
      value: null,
      fault: errorAt(at, 'json-broken', {
        zh: `不是合格的 JSON${where.zh}：请检查逗号、引号和括号是否成对。`,
        en: `Not valid JSON${where.en}: ${message}. Check commas, quotes and brackets.`,
      }),
    };
  }
}

function lineOf(text: string, message: string): { readonly zh: string; readonly en: string } {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return { zh: '', en: '' };
  const before = text.slice(0, Number(position)).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { zh: `（第 ${line} 行第 ${column} 列附近）`, en: ` (near line ${line}, column ${column})` };
}
