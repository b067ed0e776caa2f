import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { StepSelect } from './StepSelect.tsx';
import type { Preview } from './use-preview.ts';

interface MigrationPlacesProps {
  readonly preview: Preview;
  readonly onChoose: (from: string, to: string) => void;
}

/** Where each living step goes: as proposed, or as somebody says instead; what cannot move says why. */
export function MigrationPlaces({ preview, onChoose }: MigrationPlacesProps): ReactElement {
  const { text, pack, either } = useText();
  return (
    <div className="gl-places">
      <h3>{text('repair.migrate.places')}</h3>
      <ul>
        {preview.places.map(({ from, title, to, by }) => (
          <li key={from}>
            <span className="cut">{pack(title)}</span>
            <span aria-hidden="true">→</span>
            <StepSelect
              control={{ 'aria-label': text('repair.migrate.place', { title: pack(title) }) }}
              steps={preview.targets}
              value={to ?? ''}
              onChange={(chosen) => onChoose(from, chosen)}
              none={text('repair.migrate.nowhere')}
            />
            <span className="quiet">{text(`repair.migrate.by.${by ?? 'none'}`)}</span>
          </li>
        ))}
      </ul>
      {preview.faults.map((fault) => (
        <p key={`${fault.element} ${fault.zh}`} className="gl-late">
          <i className="gl-shape gl-shape-late" aria-hidden="true" /> {either(fault)}
        </p>
      ))}
    </div>
  );
}
