import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';

/** Something operators find a running instance by; a row of `instance_mark`. */
interface InstanceMark {
  readonly kind: 'element' | 'variable' | 'incident' | 'stuck' | 'suspended';
  /** Element id, `name=value`, code of the incident; empty for what only is. */
  readonly value: string;
  /** Element instance it is about; 0 when it is about the instance. */
  readonly element: number;
}

/** What a step changes in the marks of its instance, net. */
export interface MarkChanges {
  readonly marksSet: readonly InstanceMark[];
  readonly marksGone: readonly InstanceMark[];
}

/**
 * Compares an instance before and after a step. Only scopes that changed are looked at, so that a step costs the same
 * however much else is alive; an instance that has ended has no marks.
 *
 * @param before the instance as it was loaded; scopes with the same identity were not touched
 */
export function markChanges(process: ExecutableProcess, before: ProcessInstance, after: ProcessInstance): MarkChanges {
  const touched = (one: ProcessInstance, other: ProcessInstance): readonly Scope[] =>
    Object.values(one.scopes).filter((scope) => other.scopes[scope.id] !== scope || one.status !== other.status);
  const was = marksOf(process, before, touched(before, after));
  const is = after.status === 'running' ? marksOf(process, after, touched(after, before)) : new Map<string, never>();
  return {
    marksSet: [...is].filter(([key]) => !was.has(key)).map(([, mark]) => mark),
    marksGone: [...was].filter(([key]) => !is.has(key)).map(([, mark]) => mark),
  };
}

function marksOf(
  process: ExecutableProcess,
  instance: ProcessInstance,
  scopes: readonly Scope[],
): ReadonlyMap<string, InstanceMark> {
  const marks = new Map<string, InstanceMark>();
  const add = (kind: InstanceMark['kind'], value = '', element = 0): void => {
    marks.set(`${kind} ${element} ${value}`, { kind, value, element });
  };
  if (instance.suspendedAt !== undefined) add('suspended');
  for (const { id, elements, variables } of scopes) {
    if (id === 0) for (const value of declaredValues(process, variables)) add('variable', value);
    for (const { id: element, element: node, incident } of elements) {
      add('element', node, element);
      if (!incident) continue;
      add('incident', incident.code, element);
      add('stuck', '', element);
    }
  }
  return marks;
}

const longestValue = 200;

/** `name=value` for each declared variable of the process that has a plain value; longer texts are cut. */
function declaredValues({ searchable }: ExecutableProcess, variables: JsonObject): readonly string[] {
  return searchable.flatMap((path) => {
    const value = path
      .split('.')
      .reduce<Json | undefined>((within, name) => (isJsonObject(within) ? within[name] : undefined), variables);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? variableMark(path, String(value))
      : [];
  });
}

/** What a declared variable with a value is marked by. */
export function variableMark(name: string, value: string): string {
  return `${name}=${value}`.slice(0, longestValue);
}
