import type { ReactElement } from 'react';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import { useDraftDefinition } from '../api/drafts/use-draft-definition.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { FormDesigner } from './FormDesigner.tsx';
import { useFormSurroundings } from './use-form-surroundings.ts';

interface FormDesignerPageProps {
  readonly person: SignedInPerson;
  /** Of the form. */
  readonly id: string;
}

/** `/definitions/form/:id` */
export function FormDesignerPage({ person, id }: FormDesignerPageProps): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  if (area === null) return <EmptyState title={text('designer.no-area')} next={text('designer.no-area.next')} />;
  return <OpenForm area={area.code} id={id} />;
}

function OpenForm({ area, id }: { readonly area: string; readonly id: string }): ReactElement {
  const { open, waiting } = useDraftDefinition(area, 'form', id);
  const surroundings = useFormSurroundings(open?.draft.id);
  if (open === null) {
    return (
      <div className="gl-page">
        <Waiting {...waiting} lines={10} />
      </div>
    );
  }
  return <FormDesigner open={open} surroundings={surroundings} />;
}
