import { type ReactElement, useState } from 'react';
import { reportInRun } from '../../server/kernel/simulation/do-in-run.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { onlyCaseType } from '../../server/kernel/world/scenario-words.ts';
import { FormView } from '../form-view/FormView.tsx';
import { useText } from '../translations/texts.ts';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { peopleOptions } from './people-options.ts';
import { PickField } from './PickField.tsx';
import { PretendFoot } from './PretendFoot.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { usePretendForm } from './use-pretend-form.ts';
import type { RunInHand } from './use-simulation.ts';

export interface RunPanelProps {
  readonly simulation: Simulation;
  readonly inHand: RunInHand;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 报事件 in the run: somebody of the street reports, with the real form. */
export function ReportPanel(props: RunPanelProps): ReactElement | null {
  const { simulation, onClose } = props;
  const { text } = useText();
  const { release } = simulation.world;
  const form = release.forms.get(onlyCaseType(release)?.reportForm ?? '');
  return (
    <SidePanel title={text('simulator.report')} width={560} onClose={onClose}>
      {form !== undefined && <ReportForm {...props} form={form} />}
    </SidePanel>
  );
}

const nothing = {};

function ReportForm({
  simulation,
  inHand,
  onDone,
  form,
}: RunPanelProps & { readonly form: FormDefinition }): ReactElement {
  const { text, pack } = useText();
  const { world, people } = simulation;
  const grids = world.release.areas.filter(({ type }) => type === 'grid');
  const first = people.find(({ posts }) => posts.some(({ area }) => grids.some(({ code }) => code === area)));
  const [who, setWho] = useState(first?.account ?? people[0]?.account ?? '');
  const own = first?.posts.find(({ area }) => grids.some(({ code }) => code === area))?.area;
  const [where, setWhere] = useState(own ?? grids[0]?.code ?? '');
  const { entry, context, generate } = usePretendForm(form, 'report', nothing, world.state.now);
  const submit = (): void => {
    const data = entry.check();
    if (data !== null && inHand.act((run) => reportInRun(run, who, where, data))) onDone();
  };
  return (
    <div className="gl-simulator-panel">
      <div className="gl-simulator-two">
        <PickField
          label={text('simulator.who')}
          value={who}
          options={peopleOptions(simulation, pack)}
          onChange={setWho}
        />
        <PickField
          label={text('simulator.where')}
          value={where}
          options={grids.map(({ code, name }) => ({ value: code, label: pack(name) }))}
          onChange={setWhere}
        />
      </div>
      <FormView {...entry.view} formContext={context} />
      {inHand.refusal.length > 0 && <RefusalNote refusal={inHand.refusal} onClose={inHand.forget} />}
      <PretendFoot
        entry={entry}
        context={context}
        onGenerate={generate}
        submit={text('simulator.submit.report')}
        onSubmit={submit}
      />
    </div>
  );
}
