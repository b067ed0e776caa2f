import { type ReactElement, useState } from 'react';
import { vacateInRun } from '../../server/kernel/simulation/do-in-run.ts';
import { localDate } from '../../server/kernel/local-time.ts';
import { holdersOf } from '../../server/kernel/organization/holders.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { PickField } from './PickField.tsx';
import type { RunPanelProps } from './ReportPanel.tsx';

/** 让岗位空着: nobody is on a post from now on. */
export function VacatePanel({ simulation, inHand, onClose, onDone }: RunPanelProps): ReactElement {
  const { text, pack } = useText();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const { organization, state } = simulation.world;
  const held = [...organization.assignments.values()]
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .flatMap((position) => {
      const holders = holdersOf(organization, position, localDate(state.now));
      const names = holders.map(({ person }) => simulation.world.names.get(person) ?? person).join(text('list.comma'));
      return holders.length === 0 ? [] : [{ position, names }];
    });
  const options = held.map(({ position: { post, area }, names }) => ({
    value: `${post}@${area}`,
    label: `${pack(organization.tree.areas.get(area)?.name ?? area)} ${pack(organization.posts.get(post)?.title ?? post)}`,
    more: names,
  }));
  const position = held.find(({ position: { post, area } }) => `${post}@${area}` === chosen)?.position;
  return (
    <DialogBox
      title={text('simulator.vacate')}
      action={text('simulator.vacate')}
      ready={position !== undefined}
      onAction={() => {
        if (position !== undefined && inHand.act((run) => vacateInRun(run, position.post, position.area))) onDone();
        else onClose();
      }}
      onClose={onClose}
    >
      <p>{text('simulator.vacate.says')}</p>
      <PickField label={text('simulator.vacate.which')} value={chosen} options={options} onChange={setChosen} />
    </DialogBox>
  );
}
