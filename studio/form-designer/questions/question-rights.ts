import type { FieldRight, FormDefinition } from '../../../server/kernel/forms/form-definition.ts';

type Rights = FormDefinition['rights'];

/** The rights of a question by step, as they are written; a step that is not there may fill it in. */
export function readRights(rights: Rights, path: string): { readonly [step: string]: FieldRight } {
  return Object.fromEntries(
    Object.entries(rights).flatMap(([step, fields]) => {
      const right = Object.hasOwn(fields, path) ? fields[path] : undefined;
      return right === undefined ? [] : [[step, right] as const];
    }),
  );
}

/** Rights in which a question has others; a step that says nothing any more is taken out. */
export function withRights(rights: Rights, path: string, wanted: { readonly [step: string]: FieldRight }): Rights {
  const before = readRights(rights, path);
  const steps = [...new Set([...Object.keys(before), ...Object.keys(wanted)])];
  return steps
    .filter((step) => before[step] !== wanted[step])
    .reduce((edited, step) => withRight(edited, step, path, wanted[step]), rights);
}

function withRight(rights: Rights, step: string, path: string, right: FieldRight | undefined): Rights {
  const fields = rights[step] ?? {};
  if (right !== undefined) return { ...rights, [step]: { ...fields, [path]: right } };
  const { [path]: _, ...left } = fields;
  if (Object.keys(left).length > 0) return { ...rights, [step]: left };
  const { [step]: __, ...rest } = rights;
  return rest;
}

/** What a step may do with a question: its own right, else that for every step, else to fill it in. */
export function rightAt(rights: { readonly [step: string]: FieldRight }, step: string): FieldRight {
  return rights[step] ?? rights['*'] ?? 'edit';
}

/** Rights with the paths of questions changed; null takes a question out. */
export function withPathsChanged(rights: Rights, change: (path: string) => string | null): Rights {
  const steps = Object.entries(rights).map(([step, fields]) => {
    const kept = Object.entries(fields).flatMap(([path, right]) => {
      const next = change(path);
      return next === null ? [] : [[next, right] as const];
    });
    const isSame = kept.length === Object.keys(fields).length && kept.every(([path]) => Object.hasOwn(fields, path));
    return [step, isSame ? fields : Object.fromEntries(kept)] as const;
  });
  if (steps.every(([step, fields]) => fields === rights[step])) return rights;
  return Object.fromEntries(
    steps.filter(([step, fields]) => fields === rights[step] || Object.keys(fields).length > 0),
  );
}
