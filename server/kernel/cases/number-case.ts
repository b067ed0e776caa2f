import type { Instant } from '../json.ts';
import { localDate } from '../local-time.ts';
import type { Numbering } from '../release/definitions.ts';

/** Key of the counter that numbers a case: it restarts whenever one of the parts in `per` changes. */
export function counterKey(caseType: string, numbering: Numbering, now: Instant): string {
  const [year = '', month = ''] = localDate(now).split('-');
  const parts: { readonly [part: string]: string } = { street: numbering.street, year, month: `${year}-${month}` };
  return [caseType, ...numbering.per.map((part) => parts[part])].join('/');
}

/**
 * The number people use for a case, e.g. `XG-2026-00042`.
 *
 * @param numbering the case type's pattern with `{street}`, `{yyyy}`, `{yy}`, `{mm}`, `{counter:5}`
 * @param now when the case is registered; year and month are local
 * @param counter the value of the counter for `counterKey`, from 1
 */
export function caseNumber(numbering: Numbering, now: Instant, counter: number): string {
  const [yyyy = '', mm = ''] = localDate(now).split('-');
  return numbering.pattern.replaceAll(/\{(\w+)(?::(\d+))?\}/g, (whole, name: string, width?: string) => {
    if (name === 'counter') return String(counter).padStart(Number(width ?? 1), '0');
    return { street: numbering.street, yyyy, yy: yyyy.slice(2), mm }[name] ?? whole;
  });
}
