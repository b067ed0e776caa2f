import { lazy, type ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';
import { EditorPages } from './EditorPages.tsx';

const DefinitionsPage = lazy(async () => ({
  default: (await import('../../packs/DefinitionsPage.tsx')).DefinitionsPage,
}));
const ChangesPage = lazy(async () => ({ default: (await import('../../packs/ChangesPage.tsx')).ChangesPage }));
const ReleasesPage = lazy(async () => ({ default: (await import('../../packs/ReleasesPage.tsx')).ReleasesPage }));
const UpgradePage = lazy(async () => ({ default: (await import('../../packs/UpgradePage.tsx')).UpgradePage }));
const CalendarChangesPage = lazy(async () => ({
  default: (await import('../../packs/CalendarChangesPage.tsx')).CalendarChangesPage,
}));
const ProcessListPage = lazy(async () => ({
  default: (await import('../../process-modeler/ProcessListPage.tsx')).ProcessListPage,
}));
const ProcessPage = lazy(async () => ({
  default: (await import('../../process-modeler/ProcessPage.tsx')).ProcessPage,
}));

/** Which page an address below /definitions opens: what is about a whole configuration first, then the editors. */
export function ConfigurationPages({ person }: { readonly person: SignedInPerson }): ReactElement {
  return (
    <Switch>
      <Route path="/definitions">
        <DefinitionsPage person={person} />
      </Route>
      <Route path="/definitions/changes">
        <ChangesPage person={person} />
      </Route>
      <Route path="/definitions/releases">
        <ReleasesPage person={person} />
      </Route>
      <Route path="/definitions/upgrade">
        <UpgradePage person={person} />
      </Route>
      <Route path="/definitions/calendar-changes">
        <CalendarChangesPage person={person} />
      </Route>
      <Route path="/definitions/process">
        <ProcessListPage person={person} />
      </Route>
      <Route path="/definitions/process/:id">{({ id }) => <ProcessPage key={id} id={id} person={person} />}</Route>
      <Route>
        <EditorPages person={person} />
      </Route>
    </Switch>
  );
}
