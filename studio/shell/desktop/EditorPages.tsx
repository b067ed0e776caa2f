import { lazy, type ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';

const DefinitionPage = lazy(async () => ({
  default: (await import('../../definition-editor/DefinitionPage.tsx')).DefinitionPage,
}));
const DefinitionListPage = lazy(async () => ({
  default: (await import('../../definition-editor/DefinitionListPage.tsx')).DefinitionListPage,
}));
const DecisionPage = lazy(async () => ({
  default: (await import('../../decision-editor/DecisionPage.tsx')).DecisionPage,
}));
const FormsPage = lazy(async () => ({ default: (await import('../../form-designer/FormsPage.tsx')).FormsPage }));
const FormDesignerPage = lazy(async () => ({
  default: (await import('../../form-designer/FormDesignerPage.tsx')).FormDesignerPage,
}));
const AreaTreePage = lazy(async () => ({
  default: (await import('../../organization/AreaTreePage.tsx')).AreaTreePage,
}));

/** Which editor an address opens: kinds with an editor of their own first, then the one for all the others. */
export function EditorPages({ person }: { readonly person: SignedInPerson }): ReactElement {
  return (
    <Switch>
      <Route path="/definitions/areas/areas">
        <AreaTreePage person={person} />
      </Route>
      <Route path="/definitions/decision/:id">{({ id }) => <DecisionPage key={id} id={id} person={person} />}</Route>
      <Route path="/definitions/form">
        <FormsPage person={person} />
      </Route>
      <Route path="/definitions/form/:id">{({ id }) => <FormDesignerPage key={id} person={person} id={id} />}</Route>
      <Route path="/definitions/:kind/:id">
        {({ kind, id }) => <DefinitionPage key={`${kind} ${id}`} kind={kind} id={id} person={person} />}
      </Route>
      <Route path="/definitions/:kind">
        {({ kind }) => <DefinitionListPage key={kind} kind={kind} person={person} />}
      </Route>
    </Switch>
  );
}
