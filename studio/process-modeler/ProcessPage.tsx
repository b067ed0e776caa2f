import { type ReactElement, useState } from 'react';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { useDefinitionList } from '../api/drafts/use-definition-list.ts';
import { useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { DefinitionList } from '../ui/desktop/editor/DefinitionList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { NewProcessDialog } from './NewProcessDialog.tsx';
import { ProcessActions } from './ProcessActions.tsx';
import { ProcessEditor } from './ProcessEditor.tsx';
import { useVocabulary } from './use-vocabulary.ts';

/** One process of the area that is configured. */
export function ProcessPage({ person, id }: { readonly person: SignedInPerson; readonly id: string }): ReactElement {
  const { area } = useDefinitionArea(person);
  const { text } = useText();
  if (area === null) return <EmptyState title={text('process.list.none')} next={text('process.list.none.next')} />;
  return <OpenProcess key={`${area.code} ${id}`} area={area} id={id} />;
}

function OpenProcess({
  area,
  id,
}: {
  readonly area: { readonly code: string; readonly name: string };
  readonly id: string;
}): ReactElement {
  const { text } = useText();
  const { open, waiting } = useDraftDefinition(area.code, 'process', id);
  const lines = useDefinitionList(area.code, 'process');
  const vocabulary = useVocabulary(open?.draft.id ?? '');
  const [adding, setAdding] = useState(false);
  if (open === null) return <Waiting {...waiting} />;
  const isFixed = open.readOnly !== null;
  return (
    <>
      <ProcessEditor
        open={open}
        vocabulary={vocabulary}
        list={
          <DefinitionList
            search={text('process.list.search')}
            lines={lines}
            current={id}
            area={area.name}
            {...(isFixed ? {} : { add: { title: text('process.add'), onPress: () => setAdding(true) } })}
          />
        }
        actions={isFixed ? null : <ProcessActions open={open} vocabulary={vocabulary} lines={lines ?? []} />}
      />
      {adding && (
        <NewProcessDialog
          draft={open.draft.id}
          vocabulary={vocabulary}
          lines={lines ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
