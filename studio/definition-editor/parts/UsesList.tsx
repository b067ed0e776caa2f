import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { DefinitionKind } from '../../api/drafts/content.ts';
import type { DraftDefinitions } from '../../api/drafts/draft-definitions.ts';
import { useText } from '../../translations/texts.ts';
import { usesOf } from '../uses.ts';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';

interface UsesListProps {
  readonly definitions: DraftDefinitions;
  readonly kind: DefinitionKind;
  readonly id: string;
}

/** Where a definition is used, each with the way there; what nobody uses says so. */
export function UsesList({ definitions, kind, id }: UsesListProps): ReactElement {
  const { text, pack } = useText();
  const uses = usesOf(definitions, kind, id);
  return (
    <PanelPart title={text('definition.uses')} aside={text('definition.uses.count', { count: uses.length })}>
      {uses.length === 0 && <p className="quiet">{text('definition.uses.none')}</p>}
      <ul className="gl-links">
        {uses.map((use) => (
          <li key={`${use.kind} ${use.id}`}>
            <span className="quiet">{text(`kind.${use.kind}`)}</span>
            <Link href={`/definitions/${use.kind}/${use.id}`}>{pack(use.title)}</Link>
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}
