import { useEffect } from 'react';
import { readReportForm } from '../../../server/http/contract/cases.ts';
import { remember, useRemembered } from '../../api/outbox/remembered.ts';
import type { SignedInPerson } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { caseTypeOf } from './case-type-of.ts';
import type { ReportForm } from './use-report-entry.ts';

/**
 * The form to report with: the server's, else the one this device remembers. The phone door asks for it when it opens,
 * so that somebody who has not reported from this phone yet can do so without a network.
 */
export function useReportForm(person: SignedInPerson): {
  readonly form: ReportForm | undefined;
  readonly asked: ReturnType<typeof useAnswer<typeof readReportForm>>;
} {
  const caseType = caseTypeOf(person);
  const name = `report-form ${caseType}`;
  const mayReport = person.permissions.includes('case.report');
  const asked = useAnswer(readReportForm, { params: { caseType } }, { when: mayReport });
  const remembered = useRemembered<ReportForm>(name);
  const { data, failureCount } = asked;
  useEffect(() => {
    if (data !== undefined) void remember(name, data);
  }, [data, name]);
  return { form: data ?? (failureCount > 0 ? (remembered ?? undefined) : undefined), asked };
}
