import { lazy, type ReactElement, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useSending } from '../../api/outbox/use-sending.ts';
import type { SessionView, SignedInPerson } from '../../api/session.ts';
import { useReportForm } from '../../cases/report/use-report-form.ts';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { FaultBoundary } from '../FaultBoundary.tsx';
import { MePage } from './MePage.tsx';
import { phoneRooms } from './phone-rooms.ts';
import { PhoneTabs } from './PhoneTabs.tsx';
import { UnsentLink } from './UnsentLink.tsx';
import { UnsentPage } from './UnsentPage.tsx';

const TodayPage = lazy(async () => ({ default: (await phoneRooms.today()).TodayPage }));
const UserTaskPhonePage = lazy(async () => ({ default: (await phoneRooms.userTask()).UserTaskPhonePage }));
const ReportPhonePage = lazy(async () => ({ default: (await phoneRooms.report()).ReportPhonePage }));
const CasePhonePage = lazy(async () => ({ default: (await phoneRooms.phoneCase()).CasePhonePage }));
const MeetingPhonePage = lazy(async () => ({ default: (await phoneRooms.meeting()).MeetingPhonePage }));
const MyGridsPage = lazy(async () => ({ default: (await phoneRooms.grids()).MyGridsPage }));
const EntriesPhonePage = lazy(async () => ({ default: (await phoneRooms.entries()).EntriesPhonePage }));
const EntryPhonePage = lazy(async () => ({ default: (await phoneRooms.entry()).EntryPhonePage }));
const PhoneManual = lazy(async () => ({ default: (await phoneRooms.help()).PhoneManual }));

const tabs = ['/', '/grids', '/me'];

interface PhoneWorkplaceProps {
  readonly session: SessionView;
  readonly person: SignedInPerson;
}

/** The pages of the phone door, with tabs below the first of them, and what is unsent in sight on each. */
export function PhoneWorkplace({ session, person }: PhoneWorkplaceProps): ReactElement {
  const [location, navigate] = useLocation();
  const unsent = <UnsentLink person={person.id} />;
  useSending(person.id);
  useReportForm(person);
  return (
    <FaultBoundary>
      <Suspense
        fallback={
          <div className="gl-gate">
            <SkeletonLines count={8} />
          </div>
        }
      >
        <Switch>
          <Route path="/">
            <TodayPage person={person} strip={<UnsentLink person={person.id} asStrip />} />
          </Route>
          <Route path="/report">
            <ReportPhonePage person={person} aside={unsent} />
          </Route>
          <Route path="/grids">
            <MyGridsPage person={person} aside={unsent} />
          </Route>
          <Route path="/me">
            <MePage session={session} person={person} aside={unsent} />
          </Route>
          <Route path="/help">
            <PhoneManual onBack={() => navigate('/me')} aside={unsent} />
          </Route>
          <Route path="/unsent">
            <UnsentPage person={person} />
          </Route>
          <Route path="/user-tasks/:id">
            {({ id }) => <UserTaskPhonePage key={id} id={id} person={person} aside={unsent} />}
          </Route>
          <Route path="/cases/:id">{({ id }) => <CasePhonePage key={id} id={id} aside={unsent} />}</Route>
          <Route path="/meetings/:id">{({ id }) => <MeetingPhonePage key={id} id={id} aside={unsent} />}</Route>
          <Route path="/ledgers/:ledger">
            {({ ledger }) => <EntriesPhonePage key={ledger} ledger={ledger} aside={unsent} />}
          </Route>
          <Route path="/ledgers/:ledger/new">
            {({ ledger }) => <EntryPhonePage key={ledger} ledger={ledger} entry={null} aside={unsent} />}
          </Route>
          <Route path="/ledgers/:ledger/:entry">
            {({ ledger, entry }) => <EntryPhonePage key={entry} ledger={ledger} entry={entry} aside={unsent} />}
          </Route>
          <Route>
            <TodayPage person={person} strip={<UnsentLink person={person.id} asStrip />} />
          </Route>
        </Switch>
      </Suspense>
      {tabs.includes(location) && <PhoneTabs mayReport={person.permissions.includes('case.report')} />}
    </FaultBoundary>
  );
}
