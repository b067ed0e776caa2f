import type { ReactElement, ReactNode } from 'react';
import type { SignedInPerson } from '../api/session.ts';
import { useDefinitionArea, useDefinitionAreas } from '../api/drafts/use-definition-area.ts';
import { useText } from '../translations/texts.ts';
import { PickChip } from '../ui/desktop/PickChip.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { type Segment, Segments } from '../ui/Segments.tsx';

interface AreaHeadProps {
  readonly person: SignedInPerson;
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a page about an area's configuration: its title, and whose it is. */
export function AreaHead({ person, title, beside, children }: AreaHeadProps): ReactElement {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const { areas, choose } = useDefinitionAreas(person);
  const offered = areas.some(({ code }) => code === area?.code) || area === null ? areas : [area, ...areas];
  return (
    <PageHead
      title={title}
      beside={
        <>
          {area !== null && (
            <PickChip
              label={text('definitions.area')}
              value={area.code}
              choices={offered.map(({ code, name }) => ({ id: code, title: pack(name) }))}
              onChange={(code) => {
                const chosen = offered.find((one) => one.code === code);
                if (chosen !== undefined) choose(chosen);
              }}
            />
          )}
          {beside}
        </>
      }
    >
      {children}
    </PageHead>
  );
}

type PublishView = 'changes' | 'releases' | 'upgrade' | 'calendar-changes';

/** The pages about putting a configuration into force. */
export function PublishViews({ current }: { readonly current: PublishView }): ReactElement {
  const { text } = useText();
  const segments: readonly Segment[] = (['changes', 'releases', 'upgrade', 'calendar-changes'] as const).map(
    (view) => ({
      to: `/definitions/${view}`,
      label: text(`publish.view.${view}`),
      current: view === current,
    }),
  );
  return <Segments label={text('nav.publish')} segments={segments} />;
}
