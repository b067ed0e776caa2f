import type { ReactElement } from 'react';
import { unitKinds } from '../../../server/kernel/organization/area-types.ts';
import type { Area, Unit } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addUnit, changeUnit, removeUnit } from './edit-units.ts';
import type { Areas } from './edit-areas.ts';

interface UnitsPartProps {
  readonly all: Areas;
  readonly area: Area;
  readonly fixed: boolean;
  readonly onChange: (all: Areas) => void;
}

/** The units attached to an area: departments and the like, to which its matters and those below can be brought. */
export function UnitsPart({ all, area, fixed, onChange }: UnitsPartProps): ReactElement {
  const { text } = useText();
  const units = (all.units ?? []).filter(({ attachedTo }) => attachedTo === area.code);
  return (
    <PanelPart title={text('units.title')} aside={text('units.count', { count: units.length })}>
      {units.length === 0 && <p className="quiet">{text('units.none.next')}</p>}
      {units.map((unit) => (
        <UnitLine key={unit.id} {...{ all, fixed, onChange }} unit={unit} />
      ))}
      {!fixed && (
        <Button small onPress={() => onChange(addUnit(all, area.code, (number) => text('units.new', { number })))}>
          <Icon name="plus" small />
          {text('units.add')}
        </Button>
      )}
    </PanelPart>
  );
}

function UnitLine({
  all,
  unit,
  fixed,
  onChange,
}: Omit<UnitsPartProps, 'area'> & { readonly unit: Unit }): ReactElement {
  const { text, pack } = useText();
  const kinds = unitKinds.map((kind) => ({ id: kind, title: text(`grid-kind.${kind}`) }));
  if (fixed)
    return (
      <p>
        <b>{pack(unit.name)}</b> <span className="quiet">{text(`grid-kind.${unit.kind}`)}</span>
      </p>
    );
  return (
    <Sentence>
      <InlineText
        label={text('areas.name')}
        value={unit.name}
        onChange={(name) => {
          if (name.trim() !== '') onChange(changeUnit(all, unit.id, { name: name.trim() }));
        }}
      />
      <InlineChoice
        label={text('units.kind')}
        value={unit.kind}
        options={kinds}
        onChange={(id) => {
          const kind = unitKinds.find((known) => known === id);
          if (kind !== undefined) onChange(changeUnit(all, unit.id, { kind }));
        }}
      />
      <span className="quiet">{text('units.id', { id: unit.id })}</span>
      <Button kind="text" small onPress={() => onChange(removeUnit(all, unit.id))}>
        {text('units.remove')}
      </Button>
    </Sentence>
  );
}
