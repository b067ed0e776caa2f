import { approvePage } from './pages/approve-page.ts';
import { areasPage } from './pages/areas-page.ts';
import { calendarPage } from './pages/calendar-page.ts';
import { caseTypePage } from './pages/case-type-page.ts';
import { decisionPage } from './pages/decision-page.ts';
import { formPage } from './pages/form-page.ts';
import { holdersPage } from './pages/holders-page.ts';
import { ladderPage } from './pages/ladder-page.ts';
import { ledgerPage } from './pages/ledger-page.ts';
import { limitPage } from './pages/limit-page.ts';
import { meetingPage } from './pages/meeting-page.ts';
import { noticePage } from './pages/notice-page.ts';
import { organizationPage } from './pages/organization-page.ts';
import { overviewPage } from './pages/overview-page.ts';
import { peoplePage } from './pages/people-page.ts';
import { processPage } from './pages/process-page.ts';
import { publishPage } from './pages/publish-page.ts';
import { readinessPage } from './pages/readiness-page.ts';
import { simulatePage } from './pages/simulate-page.ts';
import { takeBackPage } from './pages/take-back-page.ts';
import { togetherPage } from './pages/together-page.ts';
import { translationsPage } from './pages/translations-page.ts';
import { unheldPage } from './pages/unheld-page.ts';
import { upgradePage } from './pages/upgrade-page.ts';
import { workPage } from './pages/work-page.ts';
import { workbookPage } from './pages/workbook-page.ts';
import type { ManualPage } from './manual-page.ts';

/** The manual, in the order in which somebody would read it. */
export const manualPages: readonly ManualPage[] = [
  overviewPage,
  workPage,
  processPage,
  formPage,
  decisionPage,
  areasPage,
  organizationPage,
  holdersPage,
  unheldPage,
  peoplePage,
  workbookPage,
  readinessPage,
  limitPage,
  calendarPage,
  ladderPage,
  meetingPage,
  ledgerPage,
  noticePage,
  caseTypePage,
  translationsPage,
  simulatePage,
  publishPage,
  approvePage,
  takeBackPage,
  upgradePage,
  togetherPage,
];

/** Which page belongs to a screen, by the beginning of its address; the longest one counts. */
const screens: readonly (readonly [address: string, page: string])[] = [
  ['/definitions', 'overview'],
  ['/definitions?of=organization', 'organization'],
  ['/definitions/areas/', 'areas'],
  ['/definitions/post', 'organization'],
  ['/definitions/role/', 'organization'],
  ['/definitions?of=process', 'process'],
  ['/definitions/process/', 'process'],
  ['/definitions?of=form', 'form'],
  ['/definitions/form/', 'form'],
  ['/definitions?of=decision', 'decision'],
  ['/definitions/decision/', 'decision'],
  ['/definitions?of=ladder', 'ladder'],
  ['/definitions/ladder/', 'ladder'],
  ['/definitions?of=meeting', 'meeting'],
  ['/definitions/meeting/', 'meeting'],
  ['/definitions?of=ledger', 'ledger'],
  ['/definitions/ledger/', 'ledger'],
  ['/definitions?of=limit', 'limit'],
  ['/definitions/limit/', 'limit'],
  ['/definitions/calendar/', 'calendar'],
  ['/definitions/calendar-changes', 'calendar'],
  ['/definitions?of=notice', 'notice'],
  ['/definitions/notice/', 'notice'],
  ['/definitions?of=case-type', 'case-type'],
  ['/definitions/case-type/', 'case-type'],
  ['/definitions?of=translations', 'translations'],
  ['/definitions/translations/', 'translations'],
  ['/definitions?of=scenario', 'simulate'],
  ['/definitions/scenario/', 'simulate'],
  ['/user-tasks', 'work'],
  ['/posts', 'holders'],
  ['/unheld', 'unheld'],
  ['/people', 'people'],
  ['/people/workbook', 'workbook'],
  ['/readiness', 'readiness'],
  ['/simulator', 'simulate'],
  ['/definitions/changes', 'publish'],
  ['/definitions/releases', 'take-back'],
  ['/definitions/upgrade', 'upgrade'],
];

/** The page of the manual that belongs to a screen; undefined for screens the manual does not tell about. */
export function pageOfScreen(address: string): ManualPage | undefined {
  const found = screens
    .filter(([beginning]) => address.startsWith(beginning))
    .toSorted(([one], [other]) => other.length - one.length)[0];
  return manualPages.find(({ id }) => id === found?.[1]);
}
