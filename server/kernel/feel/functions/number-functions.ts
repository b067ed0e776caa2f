import type { Decimal } from 'decimal.js';
import { spend, type Run } from '../evaluation/run.ts';
import { FeelNumber, feelNumber, finite } from '../values/feel-number.ts';
import { ofKind, type FeelValue } from '../values/feel-value.ts';
import { daysDuration, monthsDuration } from '../values/temporal.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { any, boolean, integer, number, optional } from './parameter.ts';

/** Steps for functions whose cost a step does not cover (roots, powers: up to 3 ms). */
const COSTLY = 100;

/** Numbers and booleans (DMN 1.3 tables 71 and 74). */
export const numberFunctions: readonly BuiltIn[] = [
  builtIn('decimal', [number('n'), integer('scale')], (_run, n, scale) =>
    rounded(n, scale, FeelNumber.ROUND_HALF_EVEN),
  ),
  builtIn('floor', [number('n'), optional(integer('scale'))], (_run, n, scale) =>
    rounded(n, scale ?? 0, FeelNumber.ROUND_FLOOR),
  ),
  builtIn('ceiling', [number('n'), optional(integer('scale'))], (_run, n, scale) =>
    rounded(n, scale ?? 0, FeelNumber.ROUND_CEIL),
  ),
  builtIn('round up', [number('n'), integer('scale')], (_run, n, scale) => rounded(n, scale, FeelNumber.ROUND_UP)),
  builtIn('round down', [number('n'), integer('scale')], (_run, n, scale) => rounded(n, scale, FeelNumber.ROUND_DOWN)),
  builtIn('round half up', [number('n'), integer('scale')], (_run, n, scale) =>
    rounded(n, scale, FeelNumber.ROUND_HALF_UP),
  ),
  builtIn('round half down', [number('n'), integer('scale')], (_run, n, scale) =>
    rounded(n, scale, FeelNumber.ROUND_HALF_DOWN),
  ),
  builtIn('abs', [any('n')], (_run, n) => absolute(n)),
  builtIn('modulo', [number('dividend'), number('divisor')], (_run, dividend, divisor) => modulo(dividend, divisor)),
  builtIn('sqrt', [number('number')], (run, n) => costly(run, () => n.sqrt())),
  builtIn('log', [number('number')], (run, n) => costly(run, () => n.ln())),
  builtIn('exp', [number('number')], (run, n) => costly(run, () => n.exp())),
  builtIn('odd', [number('number')], (_run, n) => n.isInteger() && !n.mod(2).isZero()),
  builtIn('even', [number('number')], (_run, n) => n.isInteger() && n.mod(2).isZero()),
  builtIn('not', [boolean('negand')], (_run, negand) => !negand),
  // Beyond the standard, because Camunda's FEEL has them and models use them.
  builtIn('is defined', [any('value')], (_run, value) => value !== null),
  builtIn('get or else', [any('value'), any('default')], (_run, value, otherwise) => value ?? otherwise),
];

/** Rounds to decimal places; a negative scale rounds to tens, hundreds … Null beyond the scales FEEL knows. */
function rounded(n: FeelNumber, scale: number, mode: Decimal.Rounding): FeelValue {
  if (scale < -6111 || scale > 6176) return null;
  if (scale >= 0) return n.toDecimalPlaces(scale, mode);
  const unit = feelNumber(`1e${-scale}`);
  return finite(n.div(unit).toDecimalPlaces(0, mode).times(unit));
}

function absolute(value: FeelValue): FeelValue {
  if (value instanceof FeelNumber) return value.abs();
  const days = ofKind(value, 'days and time duration');
  if (days !== null) return daysDuration(days.seconds.abs());
  const months = ofKind(value, 'years and months duration');
  return months === null ? null : monthsDuration(Math.abs(months.months));
}

/** The remainder has the sign of the divisor (dividend − divisor × floor(dividend ÷ divisor)). */
function modulo(dividend: FeelNumber, divisor: FeelNumber): FeelValue {
  if (divisor.isZero()) return null;
  const remainder = dividend.mod(divisor);
  return remainder.isZero() || remainder.isNegative() === divisor.isNegative() ? remainder : remainder.plus(divisor);
}

function costly(run: Run, calculate: () => FeelNumber): FeelValue {
  spend(run, COSTLY);
  return finite(calculate());
}
