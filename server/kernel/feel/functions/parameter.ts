import { asInteger, isNumber, type FeelNumber } from '../values/feel-number.ts';
import {
  isList,
  kindOf,
  ofKind,
  type FeelContext,
  type FeelDate,
  type FeelDateTime,
  type FeelFunction,
  type FeelTime,
  type FeelValue,
} from '../values/feel-value.ts';

/** A parameter of a built-in function: its name (for named arguments) and how a value becomes what the function takes. */
export interface Parameter<T> {
  readonly name: string;
  /** As shown to people in a list of possible forms. */
  readonly form: string;
  readonly optional: boolean;
  /** Undefined: the value does not fit. */
  readonly read: (value: FeelValue) => T | undefined;
}

/** The values a function with these parameters is called with. */
export type ValuesOf<P extends readonly Parameter<unknown>[]> = {
  [I in keyof P]: P[I] extends Parameter<infer T> ? T : never;
};

/** Any value, null included. */
export const any = (name: string): Parameter<FeelValue> => ({
  name,
  form: name,
  optional: false,
  read: (value) => value,
});

/** A text. */
export const text = (name: string): Parameter<string> =>
  parameter(name, 'string', (value) => (typeof value === 'string' ? value : undefined));

/** A number. */
export const number = (name: string): Parameter<FeelNumber> =>
  parameter(name, 'number', (value) => (isNumber(value) ? value : undefined));

/** A whole number small enough to count with; one with a fraction does not fit. */
export const integer = (name: string): Parameter<number> =>
  parameter(name, 'integer', (value) => (isNumber(value) ? (asInteger(value) ?? undefined) : undefined));

/** A boolean. */
export const boolean = (name: string): Parameter<boolean> =>
  parameter(name, 'boolean', (value) => (typeof value === 'boolean' ? value : undefined));

/** A list; any other value but null is a list of one. */
export const list = (name: string): Parameter<readonly FeelValue[]> => ({
  name,
  form: `${name}: list`,
  optional: false,
  read: (value) => (isList(value) ? value : value === null ? undefined : [value]),
});

/** A context. */
export const context = (name: string): Parameter<FeelContext> =>
  parameter(name, 'context', (value) => ofKind(value, 'context') ?? undefined);

/** A function. */
export const fn = (name: string): Parameter<FeelFunction> =>
  parameter(name, 'function', (value) => ofKind(value, 'function') ?? undefined);

/** A time. */
export const time = (name: string): Parameter<FeelTime> =>
  parameter(name, 'time', (value) => ofKind(value, 'time') ?? undefined);

/** A date, or a date and time. */
export const day = (name: string): Parameter<FeelDate | FeelDateTime> =>
  parameter(name, 'date', (value) => ofKind(value, 'date') ?? ofKind(value, 'date and time') ?? undefined);

/** The same parameter, which may be left out (then the function gets null); a null given is no value. */
export function optional<T>(inner: Parameter<T>): Parameter<T | null> {
  return { ...inner, form: `${inner.form}?`, optional: true };
}

function parameter<T>(name: string, type: string, read: (value: FeelValue) => T | undefined): Parameter<T> {
  return {
    name,
    form: `${name}: ${type}`,
    optional: false,
    // A list of one item stands for the item wherever no list is wanted (DMN 1.3 clause 10.3.2.9.4).
    read: (value) =>
      read(value) ??
      (isList(value) && value.length === 1 && kindOf(value) === 'list' ? read(value[0] ?? null) : undefined),
  };
}
