import { type ReactElement, useState } from 'react';
import type { JsonObject } from '../../server/kernel/json.ts';
import { startInRun } from '../../server/kernel/simulation/do-in-run.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { type ActionItem, ActionItemFields, firstActionItem } from './ActionItemFields.tsx';
import { PickField } from './PickField.tsx';
import type { RunPanelProps } from './ReportPanel.tsx';
import { startable } from './startable.ts';

interface StartPanelProps extends RunPanelProps {
  /** The process somebody came from, which is then chosen. */
  readonly process: string | null;
}

/** 启动流程: a process that nothing starts yet, or one that minutes start, with an action item of its own. */
export function StartPanel({ simulation, inHand, process, onClose, onDone }: StartPanelProps): ReactElement {
  const { text, pack } = useText();
  const { release } = simulation.world;
  const offered = startable(release);
  const [chosen, setChosen] = useState(offered.find(({ id }) => id === process)?.id ?? offered[0]?.id);
  const [item, setItem] = useState<ActionItem>(() => firstActionItem(release, text('simulator.start.title-example')));
  const isItem = offered.find(({ id }) => id === chosen)?.part === 'action-item';
  const variables: JsonObject = isItem ? { item: { id: 'item', meeting: '', ...item } } : {};
  const [refusal] = inHand.refusal;
  return (
    <DialogBox
      title={text('simulator.start')}
      action={text('simulator.start')}
      ready={chosen !== undefined && (!isItem || item.title.trim() !== '')}
      problem={refusal === undefined ? null : { ...refusal, code: 'simulation', places: [] }}
      onAction={() => {
        if (chosen !== undefined && inHand.act((run) => startInRun(run, chosen, variables))) onDone();
      }}
      onClose={onClose}
    >
      <PickField
        label={text('simulator.start.which')}
        value={chosen}
        options={offered.map(({ id, name }) => ({ value: id, label: pack(name) }))}
        onChange={setChosen}
      />
      {isItem && <ActionItemFields release={release} item={item} onChange={setItem} />}
    </DialogBox>
  );
}
