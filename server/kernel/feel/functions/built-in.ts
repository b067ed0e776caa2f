import { note, payForList, payForText, spend, type Run } from '../evaluation/run.ts';
import { wrongArguments } from '../faults.ts';
import { isList, kindOf, type FeelFunction, type FeelValue } from '../values/feel-value.ts';
import type { Parameter, ValuesOf } from './parameter.ts';

/** One form of a built-in function; several forms may share a name (`date(from)`, `date(year, month, day)`). */
export interface BuiltIn {
  readonly name: string;
  readonly parameters: readonly Parameter<unknown>[];
  /** The last parameter takes all further arguments. */
  readonly variadic: boolean;
  /** Undefined: the values do not fit this form. */
  readonly apply: (run: Run, values: readonly FeelValue[]) => FeelValue | undefined;
}

/**
 * Declares a form of a built-in function.
 *
 * @param call gets the run and the values as its parameters read them.
 */
export function builtIn<const P extends readonly Parameter<unknown>[]>(
  name: string,
  parameters: P,
  call: (run: Run, ...values: ValuesOf<P>) => FeelValue,
): BuiltIn {
  const apply = (run: Run, given: readonly FeelValue[]): FeelValue | undefined => {
    if (given.length > parameters.length) return undefined;
    const values: unknown[] = [];
    for (const [index, parameter] of parameters.entries()) {
      const value = given[index];
      const read = value === undefined ? (parameter.optional ? null : undefined) : parameter.read(value);
      if (read === undefined) return undefined;
      values.push(read);
    }
    return call(run, ...(values as ValuesOf<P>));
  };
  return { name, parameters, variadic: false, apply };
}

/** Declares a form that takes any number of arguments, at least one (`max(1, 2, 3)`). */
export function variadic(
  name: string,
  parameter: string,
  call: (run: Run, values: readonly FeelValue[]) => FeelValue,
): BuiltIn {
  const one: Parameter<FeelValue> = { name: parameter, form: `${parameter}…`, optional: false, read: (value) => value };
  return {
    name,
    parameters: [one],
    variadic: true,
    apply: (run, values) => (values.length === 0 ? undefined : call(run, values)),
  };
}

/** The function value of all forms of one name; the first form that fits the arguments answers. */
export function functionOf(name: string, forms: readonly BuiltIn[]): FeelFunction {
  const refuse = (run: Run, values: readonly FeelValue[]): null =>
    note(
      run,
      wrongArguments(
        name,
        values.map(kindOf),
        forms.map(({ parameters }) => `${name}(${parameters.map(({ form }) => form).join(', ')})`).join(' | '),
      ),
    );

  const call = (run: Run, values: readonly FeelValue[]): FeelValue => {
    for (const value of values) payForArgument(run, value);
    for (const form of forms) {
      const result = form.apply(run, values);
      if (result !== undefined) return payForResult(run, result);
    }
    return refuse(run, values);
  };

  const callNamed = (run: Run, values: ReadonlyMap<string, FeelValue>): FeelValue => {
    for (const form of forms) {
      const positional = inOrder(form, values);
      if (positional !== null) return call(run, positional);
    }
    return refuse(run, [...values.values()]);
  };

  return {
    kind: 'function',
    parameters: forms[0]?.parameters.map((parameter) => parameter.name) ?? [],
    call,
    callNamed,
  };
}

/** Named arguments in the order of a form's parameters; null when the names are not its names. */
function inOrder(form: BuiltIn, values: ReadonlyMap<string, FeelValue>): readonly FeelValue[] | null {
  const names = form.parameters.map(({ name }) => name);
  if (![...values.keys()].every((name) => names.includes(name))) return null;
  const given = form.parameters.filter(({ name }) => values.has(name));
  const required = form.parameters.filter(({ optional }) => !optional);
  // Positional calls cannot leave a gap, so an optional parameter may only be missing at the end.
  if (
    !required.every(({ name }) => values.has(name)) ||
    given.some((parameter, index) => parameter !== form.parameters[index])
  )
    return null;
  return given.map(({ name }) => values.get(name) ?? null);
}

function payForArgument(run: Run, value: FeelValue): void {
  if (typeof value === 'string') spend(run, value.length / 64);
  else if (isList(value)) spend(run, value.length / 4);
}

function payForResult(run: Run, value: FeelValue): FeelValue {
  if (typeof value === 'string') return payForText(run, value);
  return isList(value) ? payForList(run, value) : value;
}
