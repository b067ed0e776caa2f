import { lazy, type ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';

const InstancesPage = lazy(async () => ({
  default: (await import('../../operations/InstancesPage.tsx')).InstancesPage,
}));
const InstancePage = lazy(async () => ({ default: (await import('../../operations/InstancePage.tsx')).InstancePage }));
const BeginningsPage = lazy(async () => ({
  default: (await import('../../operations/BeginningsPage.tsx')).BeginningsPage,
}));
const BulkListPage = lazy(async () => ({ default: (await import('../../operations/BulkListPage.tsx')).BulkListPage }));
const BulkPage = lazy(async () => ({ default: (await import('../../operations/BulkPage.tsx')).BulkPage }));

/** The pages under 运维. */
export function OperationPages({ person }: { readonly person: SignedInPerson }): ReactElement {
  return (
    <Switch>
      <Route path="/operations/instances/:id">{({ id }) => <InstancePage key={id} id={id} />}</Route>
      <Route path="/operations/beginnings">
        <BeginningsPage person={person} />
      </Route>
      <Route path="/operations/bulk">
        <BulkListPage />
      </Route>
      <Route path="/operations/bulk/:id">{({ id }) => <BulkPage key={id} id={id} />}</Route>
      <Route>
        <InstancesPage person={person} />
      </Route>
    </Switch>
  );
}
