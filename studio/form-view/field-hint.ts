import type { JsonObject } from '../../server/kernel/json.ts';
import type { FormControl } from '../../server/kernel/forms/form-control.ts';
import { numberOf, textOf } from '../../server/kernel/forms/schema-node.ts';
import type { FormViewContext } from './form-view-context.ts';

/** What is said quietly about a field. */
export interface FieldHint {
  /** Beside the label: 选填，最多 6 张. */
  readonly beside: string | null;
  /** A longer word, on a line of its own. */
  readonly below: string | null;
}

/** Words up to this long stand beside the label. */
const shortest = 14;

/**
 * The hint of a field: 选填 where it is, how many photos, and the pack's own help. A pack may write 选填 itself; it is
 * said once, and not at all while a rule requires the field.
 */
export function fieldHint(
  { t, translate }: FormViewContext,
  schema: JsonObject,
  ui: JsonObject,
  control: FormControl,
  required: boolean,
): FieldHint {
  const written = translate(
    textOf(ui, 'ui:help') ?? textOf(ui, 'ui:description') ?? textOf(schema, 'description') ?? '',
  );
  const help = withoutOptional(written, t('form.optional'));
  if (control === 'switch') return { beside: null, below: help === '' ? null : help };
  const optional = required ? null : t('form.optional');
  const isShort = help.length <= shortest;
  const beside = [optional, ...countHints(t, schema, control, required, help), isShort ? help : null].filter(
    (part) => part !== null && part !== '',
  );
  return { beside: beside.length === 0 ? null : beside.join(t('form.comma')), below: isShort ? null : help };
}

function countHints(
  t: FormViewContext['t'],
  schema: JsonObject,
  control: FormControl,
  required: boolean,
  help: string,
): string[] {
  if (control !== 'photos' || /\d/.test(help)) return [];
  const least = numberOf(schema, 'minItems') ?? 1;
  const most = numberOf(schema, 'maxItems');
  if (required) return [t('form.photos.need', { count: Math.max(1, least) })];
  return most === undefined ? [] : [t('form.photos.most', { count: most })];
}

function withoutOptional(help: string, optional: string): string {
  return help.toLowerCase().startsWith(optional.toLowerCase())
    ? help.slice(optional.length).replace(/^[\s，,、;；:：]+/u, '')
    : help;
}
