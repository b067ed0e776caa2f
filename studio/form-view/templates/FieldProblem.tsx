import type { ReactElement } from 'react';

/** What is wrong with a field, where it is wrong, with the square that says so without colour. */
export function FieldProblem({
  id,
  problem,
}: {
  readonly id: string;
  readonly problem: string | undefined;
}): ReactElement | null {
  if (problem === undefined) return null;
  return (
    <p className="gl-field-error" id={id} role="alert">
      <i className="gl-shape gl-shape-late" aria-hidden="true" />
      {problem}
    </p>
  );
}
