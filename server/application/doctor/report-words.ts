import type { OperationOutcome } from '../terminal/terminal-operations.ts';
import type { DoctorReport, Fault } from './doctor-report.ts';
import { invariants, type FaultCode } from './invariants.ts';

/** Faults of one kind that are written out; the JSON has more. */
const written = 5;

/** A report in sentences, and as data. */
export function reportWords(report: DoctorReport): OperationOutcome {
  const { instances, folded, events, counts } = report;
  const answer = { ...report, faults: report.faults.map((fault) => ({ ...fault, ...words(fault.code) })) };
  const codes = Object.keys(counts) as FaultCode[];
  const all = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  const zh = `看了 ${instances} 个实例，其中 ${folded} 个和全部 ${events} 条历史对过`;
  const en = `Looked at ${instances} instances, and held ${folded} of them against their ${events} events`;
  if (all === 0)
    return { ok: true, zh: `${zh}：都对。`, en: `${en}: all is well.`, answer: JSON.parse(JSON.stringify(answer)) };
  return {
    ok: false,
    zh: [`${zh}：有 ${all} 处不对。`, ...codes.map((code) => kind(report, code, 'zh'))].join('\n'),
    en: [`${en}: ${all} faults.`, ...codes.map((code) => kind(report, code, 'en'))].join('\n'),
    answer: JSON.parse(JSON.stringify(answer)),
  };
}

function words(code: FaultCode) {
  const { number, zh, en, doZh, doEn } = invariants[code];
  return { invariant: number, zh, en, doZh, doEn };
}

function kind({ faults, counts }: DoctorReport, code: FaultCode, language: 'zh' | 'en'): string {
  const { number, zh, en, doZh, doEn } = invariants[code];
  const places = faults.filter((fault) => fault.code === code).slice(0, written);
  const [what, todo] = language === 'zh' ? [zh, doZh] : [en, doEn];
  return [`■ ${number} ${code} × ${counts[code] ?? 0}: ${what}`, ...places.map(place), `  → ${todo}`].join('\n');
}

function place({ where, found }: Fault): string {
  const parts = Object.entries(where).map(([name, value]) => `${name} ${value}`);
  return `  ${[...parts, ...(found === undefined ? [] : [JSON.stringify(found)])].join(' · ')}`;
}
