import { type ReactElement, useState } from 'react';
import type { JsonObject } from '../../server/kernel/json.ts';
import { startInRun } from '../../server/kernel/simulation/do-in-run.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { RunPanelProps } from './ReportPanel.tsx';
import { startable } from './startable.ts';

/** 启动流程: a process that nothing starts yet, or one that minutes start, with an action item of its own. */
export function StartPanel({
  simulation,
  inHand,
  process,
  onClose,
  onDone,
}: RunPanelProps & { readonly process: string | null }): ReactElement {
  const { text, pack } = useText();
  const { release } = simulation.world;
  const offered = startable(release);
  const [chosen, setChosen] = useState(offered.find(({ id }) => id === process)?.id ?? offered[0]?.id);
  const part = offered.find(({ id }) => id === chosen)?.part;
  const [item, setItem] = useState<Readonly<Record<'title' | 'post' | 'area' | 'limit', string>>>({
    title: text('simulator.start.title-example'),
    post: release.posts[0]?.id ?? '',
    area: release.areas.find(({ type }) => type === release.posts[0]?.areaType)?.code ?? '',
    limit: release.limits.keys().next().value ?? '',
  });
  const variables: JsonObject = part === 'action-item' ? { item: { id: 'item', meeting: '', ...item } } : {};
  const pick = (
    name: 'post' | 'area' | 'limit',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Field label={text(`simulator.start.${name}`)} required>
      {(control) => (
        <PickInput
          control={control}
          value={item[name]}
          options={options}
          onChange={(value) => setItem({ ...item, [name]: value })}
          placeholder={text('choose')}
          nothing={text('sentence.none')}
        />
      )}
    </Field>
  );
  const [refusal] = inHand.refusal;
  return (
    <DialogBox
      title={text('simulator.start')}
      action={text('simulator.start')}
      ready={chosen !== undefined && (part !== 'action-item' || item.title.trim() !== '')}
      problem={refusal === undefined ? null : { ...refusal, code: 'simulation', places: [] }}
      onAction={() => {
        if (chosen !== undefined && inHand.act((run) => startInRun(run, chosen, variables))) onDone();
      }}
      onClose={onClose}
    >
      <Field label={text('simulator.start.which')} required>
        {(control) => (
          <PickInput
            control={control}
            value={chosen}
            options={offered.map(({ id, name }) => ({ value: id, label: pack(name) }))}
            onChange={setChosen}
            placeholder={text('choose')}
            nothing={text('sentence.none')}
          />
        )}
      </Field>
      {part === 'action-item' && (
        <>
          <Field label={text('simulator.start.title')} required>
            {(control) => (
              <TextInput
                control={control}
                value={item.title}
                onChange={(title) => setItem({ ...item, title })}
                maxLength={200}
              />
            )}
          </Field>
          {pick(
            'post',
            release.posts.map(({ id, title }) => ({ value: id, label: pack(title) })),
          )}
          {pick(
            'area',
            release.areas.map(({ code, name }) => ({ value: code, label: pack(name) })),
          )}
          {pick(
            'limit',
            [...release.limits.values()].map(({ id, title }) => ({ value: id, label: pack(title) })),
          )}
        </>
      )}
    </DialogBox>
  );
}
