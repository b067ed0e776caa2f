import { wrongArguments } from '../faults.ts';
import type { Parameter } from '../syntax/syntax-tree.ts';
import { kindOf, type FeelFunction, type FeelValue } from '../values/feel-value.ts';
import { coerce } from '../values/instance-of.ts';
import { note, type Run } from './run.ts';

/**
 * A function written in FEEL or in a business knowledge model.
 *
 * @param body evaluates the function with the values of its parameters, in the run of whoever calls.
 */
export function userFunction(
  parameters: readonly Parameter[],
  body: (values: ReadonlyMap<string, FeelValue>, run: Run) => FeelValue,
): FeelFunction {
  const names = parameters.map(({ name }) => name);
  const refuse = (run: Run, values: readonly FeelValue[]): null =>
    note(run, wrongArguments('function', values.map(kindOf), `(${names.join(', ')})`));

  const call = (run: Run, values: readonly FeelValue[]): FeelValue => {
    if (values.length !== parameters.length) return refuse(run, values);
    const received = new Map<string, FeelValue>();
    for (const [index, parameter] of parameters.entries()) {
      const value = values[index] ?? null;
      const fitting = parameter.wanted === undefined ? value : coerce(run, value, parameter.wanted);
      if (fitting === undefined) return refuse(run, values);
      received.set(parameter.name, fitting);
    }
    return body(received, run);
  };

  const callNamed = (run: Run, values: ReadonlyMap<string, FeelValue>): FeelValue => {
    const complete = values.size === names.length && names.every((name) => values.has(name));
    return complete
      ? call(
          run,
          names.map((name) => values.get(name) ?? null),
        )
      : refuse(run, [...values.values()]);
  };

  return { kind: 'function', parameters: names, call, callNamed };
}
