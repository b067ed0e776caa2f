import type { ComparisonOperator } from '../feel/syntax/syntax-tree.ts';
import type { Json } from '../json.ts';

export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** What a decision table says, as data: for checks ("no rule for this category"), for editors and for printing. */
export interface TableDescription {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly InputDescription[];
  readonly outputs: readonly OutputDescription[];
  readonly rules: readonly RuleDescription[];
}

export interface InputDescription {
  readonly id: string | null;
  readonly label: string | null;
  /** The FEEL text whose value the rules test (`case.category`). */
  readonly expression: string;
  readonly type: string | null;
  /** The values the input may have, or null when any. */
  readonly allowed: CellDescription | null;
  /** The constants its cells compare with, each once, in order of first use. */
  readonly used: readonly Json[];
}

export interface OutputDescription {
  readonly id: string | null;
  readonly name: string | null;
  readonly label: string | null;
  readonly type: string | null;
  readonly allowed: CellDescription | null;
  /** The constants its entries give (the default included), each once, in order of first use. */
  readonly used: readonly Json[];
  /** What it gives when no rule matches, as FEEL text. */
  readonly otherwise: string | null;
}

export interface RuleDescription {
  readonly id: string;
  /** One per input. */
  readonly inputs: readonly CellDescription[];
  /** One per output. */
  readonly outputs: readonly EntryDescription[];
  readonly annotations: readonly { readonly name: string | null; readonly text: string }[];
}

/** What a cell accepts: everything (`any`), or what passes one of the tests (or, negated, none). */
export interface CellDescription {
  readonly source: string;
  readonly any: boolean;
  readonly negated: boolean;
  readonly tests: readonly TestDescription[];
}

export type TestDescription =
  | { readonly kind: 'equals'; readonly value: Json }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly value: Json }
  | {
      readonly kind: 'range';
      readonly low: Json;
      readonly high: Json;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  /** Depends on variables or on `?`; only an evaluation can tell. */
  | { readonly kind: 'expression' };

/** An output entry: its FEEL text, and its value when it is a constant. */
export type EntryDescription =
  | { readonly source: string; readonly constant: true; readonly value: Json }
  | { readonly source: string; readonly constant: false };
