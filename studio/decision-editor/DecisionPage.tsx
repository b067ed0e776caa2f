import type { ReactElement } from 'react';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { type OpenDefinition, useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import { useDraftDefinitions } from '../api/drafts/use-draft-definitions.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { DecisionEditor } from './DecisionEditor.tsx';

/** The editor of a decision: its table in the words of the street. */
export function DecisionPage({ person, id }: { readonly person: SignedInPerson; readonly id: string }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  if (area === null)
    return (
      <div className="gl-page">
        <EmptyState title={text('nowhere')} next={text('nowhere.next')} />
      </div>
    );
  return <OpenPage key={`${area.code} ${id}`} area={area} id={id} />;
}

interface OpenPageProps {
  readonly area: { readonly code: string; readonly name: string };
  readonly id: string;
}

function OpenPage({ area, id }: OpenPageProps): ReactElement {
  const { open, waiting } = useDraftDefinition(area.code, 'decision', id);
  if (open !== null) return <WithDefinitions open={open} area={area} />;
  return (
    <div className="gl-page">
      <Waiting {...waiting} />
    </div>
  );
}

function WithDefinitions({
  open,
  area,
}: {
  readonly open: OpenDefinition;
  readonly area: OpenPageProps['area'];
}): ReactElement {
  const { definitions, waiting } = useDraftDefinitions(open.draft.id);
  if (definitions !== null) return <DecisionEditor open={open} definitions={definitions} area={area} />;
  return (
    <div className="gl-page">
      <Waiting {...waiting} />
    </div>
  );
}
