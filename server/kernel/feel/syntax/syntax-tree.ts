import type { FeelNumber } from '../values/feel-number.ts';

/** A parsed FEEL expression: everything the interpreter knows, nothing of the parser that read it. */
export type Syntax =
  | { readonly type: 'literal'; readonly value: null | boolean | string | FeelNumber }
  | { readonly type: 'name'; readonly name: string }
  /** `?`: the value under test. */
  | { readonly type: 'input' }
  | { readonly type: 'path'; readonly of: Syntax; readonly name: string }
  | { readonly type: 'filter'; readonly of: Syntax; readonly by: Syntax }
  | { readonly type: 'list'; readonly items: readonly Syntax[] }
  | { readonly type: 'context'; readonly entries: readonly { readonly name: string; readonly value: Syntax }[] }
  | {
      readonly type: 'range';
      readonly low: Syntax;
      readonly high: Syntax;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  | { readonly type: 'negation'; readonly of: Syntax }
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | {
      readonly type: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  /** A comparison without left side (`< 5`): a test of `?`, or a range with an open end. */
  | { readonly type: 'test'; readonly operator: ComparisonOperator; readonly operand: Syntax }
  | { readonly type: 'between'; readonly of: Syntax; readonly low: Syntax; readonly high: Syntax }
  | { readonly type: 'in'; readonly of: Syntax; readonly tests: readonly Syntax[] }
  | { readonly type: 'and' | 'or'; readonly left: Syntax; readonly right: Syntax }
  | { readonly type: 'if'; readonly condition: Syntax; readonly whenTrue: Syntax; readonly otherwise: Syntax }
  | {
      readonly type: 'for';
      readonly iterators: readonly Iterator[];
      readonly body: Syntax;
      readonly usesPartial: boolean;
    }
  | {
      readonly type: 'quantified';
      readonly every: boolean;
      readonly iterators: readonly Iterator[];
      readonly body: Syntax;
    }
  | { readonly type: 'function'; readonly parameters: readonly Parameter[]; readonly body: Syntax }
  | { readonly type: 'call'; readonly callee: Syntax; readonly arguments: Arguments }
  | { readonly type: 'instance-of'; readonly of: Syntax; readonly wanted: TypeName };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `name in list`, or `name in low..high` when `high` is there. */
export interface Iterator {
  readonly name: string;
  readonly low: Syntax;
  readonly high?: Syntax;
}

export interface Parameter {
  readonly name: string;
  readonly wanted?: TypeName;
}

export type Arguments =
  | { readonly positional: readonly Syntax[] }
  | { readonly named: readonly { readonly name: string; readonly value: Syntax }[] };

/** A type as written behind `instance of` or a parameter. Names are checked when the expression is read. */
export type TypeName =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeName }
  | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly of: TypeName }[] }
  | { readonly kind: 'function'; readonly parameters: number };
