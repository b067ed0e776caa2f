import { lazy, type ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ConfigurationPages } from './ConfigurationPages.tsx';
import { OperationPages } from './OperationPages.tsx';
import { PhoneDoorPage } from './PhoneDoorPage.tsx';

const OverviewPage = lazy(async () => ({ default: (await import('../../statistics/OverviewPage.tsx')).OverviewPage }));
const CaseListPage = lazy(async () => ({ default: (await import('../../cases/CaseListPage.tsx')).CaseListPage }));
const CasePage = lazy(async () => ({ default: (await import('../../cases/CasePage.tsx')).CasePage }));
const ReportDeskPage = lazy(async () => ({ default: (await import('../../cases/ReportDeskPage.tsx')).ReportDeskPage }));
const UserTaskListPage = lazy(async () => ({
  default: (await import('../../user-tasks/UserTaskListPage.tsx')).UserTaskListPage,
}));
const UserTaskDeskPage = lazy(async () => ({
  default: (await import('../../user-tasks/UserTaskDeskPage.tsx')).UserTaskDeskPage,
}));
const MeetingsPage = lazy(async () => ({ default: (await import('../../meetings/MeetingsPage.tsx')).MeetingsPage }));
const LedgersPage = lazy(async () => ({ default: (await import('../../ledgers/LedgersPage.tsx')).LedgersPage }));
const EntryListPage = lazy(async () => ({ default: (await import('../../ledgers/EntryListPage.tsx')).EntryListPage }));
const EntryDeskPage = lazy(async () => ({ default: (await import('../../ledgers/EntryDeskPage.tsx')).EntryDeskPage }));
const PostBoardPage = lazy(async () => ({
  default: (await import('../../organization/PostBoardPage.tsx')).PostBoardPage,
}));
const PeoplePage = lazy(async () => ({ default: (await import('../../organization/PeoplePage.tsx')).PeoplePage }));
const UnheldPage = lazy(async () => ({ default: (await import('../../organization/UnheldPage.tsx')).UnheldPage }));
const WorkbookPage = lazy(async () => ({
  default: (await import('../../organization/WorkbookPage.tsx')).WorkbookPage,
}));
const ReadinessPage = lazy(async () => ({
  default: (await import('../../organization/ReadinessPage.tsx')).ReadinessPage,
}));
const AssumptionsPage = lazy(async () => ({
  default: (await import('../../packs/AssumptionsPage.tsx')).AssumptionsPage,
}));
const SimulatorPage = lazy(async () => ({
  default: (await import('../../simulator/SimulatorPage.tsx')).SimulatorPage,
}));
const ManualPages = lazy(async () => ({ default: (await import('../../help/ManualPages.tsx')).ManualPages }));
const PluginsPage = lazy(async () => ({ default: (await import('../../plugins/PluginsPage.tsx')).PluginsPage }));

/** Which page an address opens. */
export function DesktopPages({ person }: { readonly person: SignedInPerson }): ReactElement {
  return (
    <Switch>
      <Route path="/">
        <OverviewPage person={person} />
      </Route>
      <Route path="/cases">
        <CaseListPage person={person} />
      </Route>
      <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route path="/report">
        <ReportDeskPage person={person} />
      </Route>
      <Route path="/user-tasks">
        <UserTaskListPage />
      </Route>
      <Route path="/user-tasks/:id">{({ id }) => <UserTaskDeskPage key={id} id={id} person={person} />}</Route>
      <Route path="/meetings">{() => <MeetingsPage />}</Route>
      <Route path="/ledgers">{() => <LedgersPage />}</Route>
      <Route path="/ledgers/:ledger">{({ ledger }) => <EntryListPage key={ledger} ledger={ledger} />}</Route>
      <Route path="/ledgers/:ledger/new">
        {({ ledger }) => <EntryDeskPage key={ledger} ledger={ledger} entry={null} />}
      </Route>
      <Route path="/ledgers/:ledger/:entry">
        {({ ledger, entry }) => <EntryDeskPage key={entry} ledger={ledger} entry={entry} />}
      </Route>
      <Route path="/posts">
        <PostBoardPage person={person} />
      </Route>
      <Route path="/people">
        <PeoplePage person={person} />
      </Route>
      <Route path="/unheld">
        <UnheldPage person={person} />
      </Route>
      <Route path="/people/workbook">
        <WorkbookPage person={person} />
      </Route>
      <Route path="/readiness">
        <ReadinessPage person={person} />
      </Route>
      <Route path="/assumptions">{() => <AssumptionsPage />}</Route>
      <Route path="/definitions/*?">
        <ConfigurationPages person={person} />
      </Route>
      <Route path="/simulator">
        <SimulatorPage person={person} />
      </Route>
      <Route path="/manual/:page">{({ page }) => <ManualPages page={page} />}</Route>
      <Route path="/plugins">
        <PluginsPage person={person} />
      </Route>
      <Route path="/operations/*?">
        <OperationPages person={person} />
      </Route>
      <Route path="/phone">{() => <PhoneDoorPage />}</Route>
      <Route>
        <NowherePage />
      </Route>
    </Switch>
  );
}

function NowherePage(): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-page">
      <PageHead title={text('nowhere')} />
      <EmptyState title={text('nowhere')} next={text('nowhere.next')}>
        <ButtonLink to="/" kind="primary">
          {text('nav.overview')}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
