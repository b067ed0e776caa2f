import { useEffect, useMemo, useRef, useState } from 'react';
import type { readReportForm, reportCase } from '../../../server/http/contract/cases.ts';
import type { AnswerOf, BodyOf } from '../../../server/http/contract/operation.ts';
import { formOf } from '../../api/form-of.ts';
import type { Draft } from '../../api/outbox/device-store.ts';
import { type DraftOfThing, useKeeping } from '../../api/outbox/use-draft.ts';
import { type FormEntry, useFormEntry } from '../../form-view/use-form-entry.ts';
import { useText } from '../../translations/texts.ts';

export type ReportForm = AnswerOf<typeof readReportForm>;
type ReportBody = BodyOf<typeof reportCase>;

/** A report while it is written. */
export interface ReportEntry {
  readonly entry: FormEntry;
  readonly area: string | undefined;
  readonly setArea: (area: string) => void;
  /** The body to send, or null after showing what is missing. */
  readonly check: (channel?: string) => ReportBody | null;
  /** Nothing of it is kept from now on: it has been handed over. */
  readonly close: () => void;
}

/** The thing a draft of a report is kept under. */
export const REPORT = 'report';

/** The step whose rights hold while a case is reported. */
const STEP = 'report';

/**
 * Holds a report while it is written: what the form holds and the grid beside it, kept on the device after every change.
 *
 * @param draft what was kept before, or null.
 */
export function useReportEntry(report: ReportForm, draft: Draft | null, drafts: DraftOfThing): ReportEntry {
  const { pack, language } = useText();
  const form = useMemo(() => formOf(report.form), [report]);
  const entry = useFormEntry({
    form,
    step: STEP,
    translate: language === 'en' ? pack : same,
    ...(draft === null ? {} : { initial: draft.data }),
  });
  const [area, setArea] = useState(() => areaOf(draft) ?? presetArea(report));
  const close = useKeeping(drafts, entry.data, JSON.stringify(area === undefined ? {} : { area }));
  const refused = useRef(false);
  useEffect(() => {
    if (draft?.refusal == null || refused.current) return;
    refused.current = true;
    entry.refuse(
      draft.refusal.places.map(({ field = '', ...place }) => ({ ...place, path: pointerInForm(place.path), field })),
    );
  }, [draft, entry]);
  return {
    entry,
    area,
    setArea,
    check: (channel) => {
      const data = entry.check();
      if (data === null || area === undefined) return null;
      return {
        caseType: report.caseType,
        area,
        ...(channel === undefined ? {} : { channel }),
        form: { version: report.form.version, data },
        reportedAt: new Date().toISOString(),
      };
    },
    close,
  };
}

/** The server says where in the body; the form wants to know where in its data. */
function pointerInForm(path: string): string {
  return path.replace(/^\/form\/data/, '').replace(/^\/data/, '');
}

function areaOf(draft: Draft | null): string | undefined {
  const area = draft?.beside['area'];
  return typeof area === 'string' ? area : undefined;
}

/** The grid one serves, when it is one; with several, the first of them, to be changed with one tap. */
function presetArea({ grids }: ReportForm): string | undefined {
  return (grids.find(({ own }) => own) ?? (grids.length === 1 ? grids[0] : undefined))?.code;
}

function same(words: string): string {
  return words;
}
