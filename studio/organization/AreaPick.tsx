import type { ReactElement } from 'react';
import { useDefinitionArea, useDefinitionAreas } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { PickChip } from '../ui/desktop/PickChip.tsx';

/** Whose areas and people a page is about: one of those that can be set up by themselves. */
export function AreaPick({ person }: { readonly person: SignedInPerson }): ReactElement | null {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const { areas, choose } = useDefinitionAreas(person);
  if (area === null) return null;
  const offered = areas.some(({ code }) => code === area.code) ? areas : [area, ...areas];
  return (
    <PickChip
      label={text('definitions.area')}
      value={area.code}
      choices={offered.map(({ code, name }) => ({ id: code, title: pack(name) }))}
      onChange={(code) => {
        const chosen = offered.find((one) => one.code === code);
        if (chosen !== undefined) choose(chosen);
      }}
    />
  );
}
