import type { Static } from 'typebox';
import { type Preview, previewReport } from '../../../server/http/contract/previews.ts';
import { usePreview } from '../../api/use-preview.ts';
import type { ReportEntry, ReportForm } from './use-report-entry.ts';

/** Who would get a report if it were sent as it stands now; nothing before its grid is known. */
export function useReportPreview(
  { caseType }: ReportForm,
  { area, entry }: ReportEntry,
  channel?: string,
): Static<typeof Preview> | undefined {
  const named = channel === undefined ? {} : { channel };
  return usePreview(
    previewReport,
    area === undefined ? null : { body: { caseType, area, data: entry.data, ...named } },
  );
}
