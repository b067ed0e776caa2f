import { type ReactElement, useMemo, useState } from 'react';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { completeInRun, formOf, sendUpInRun, signInRun, storedFor } from '../../server/kernel/simulation/do-in-run.ts';
import type { OpenWork } from '../../server/kernel/simulation/run-work.ts';
import { FormView } from '../form-view/FormView.tsx';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { Field } from '../ui/Field.tsx';
import { PretendFoot } from './PretendFoot.tsx';
import { RunClocks } from './RunClocks.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import type { RunPanelProps } from './ReportPanel.tsx';
import { usePretendForm } from './use-pretend-form.ts';

interface UserTaskPanelProps extends RunPanelProps {
  readonly work: OpenWork;
}

/** A user task of the run: whose it is, its form, and the ways out of it. */
export function UserTaskPanel(props: UserTaskPanelProps): ReactElement {
  const { simulation, inHand, work, onClose, onDone } = props;
  const { text, pack } = useText();
  const [who, setWho] = useState(work.holders[0]?.account ?? '');
  const [stored] = useState(() => storedFor(simulation, work.entry));
  const form = formOf(simulation, work.entry);
  const complete = (data: JsonObject): void => {
    if (inHand.act((run) => completeInRun(run, who, work.entry, data))) onDone();
  };
  return (
    <SidePanel title={pack(work.step)} width={560} onClose={onClose}>
      <div className="gl-simulator-panel">
        <p>
          {pack(work.area)} {pack(work.post)} {work.clocks.length > 0 && <RunClocks clocks={work.clocks} />}
        </p>
        {work.holders.length > 1 ? (
          <Field label={text('simulator.who')}>
            {() => (
              <ChoiceRow
                label={text('simulator.who')}
                choices={work.holders.map(({ account, name }) => ({ id: account, title: name }))}
                value={who}
                onChange={setWho}
              />
            )}
          </Field>
        ) : (
          <p>
            <b>{work.holders[0]?.name}</b>
          </p>
        )}
        <SignButtons {...props} who={who} />
        {inHand.refusal.length > 0 && <RefusalNote refusal={inHand.refusal} onClose={inHand.forget} />}
        {form === undefined ? (
          <>
            <p className="quiet">{text('simulator.no-form')}</p>
            <Button kind="primary" onPress={() => complete({})}>
              {text('simulator.submit', { step: pack(work.step) })}
            </Button>
          </>
        ) : (
          <TaskForm {...props} form={form} stored={stored} who={who} onComplete={complete} />
        )}
      </div>
    </SidePanel>
  );
}

/** 签收, 首次响应: as long as a clock of the run waits for it. */
function SignButtons({
  inHand,
  work,
  who,
  onDone,
}: UserTaskPanelProps & { readonly who: string }): ReactElement | null {
  const { text } = useText();
  const waits = (stage: 'sign-for' | 'first-response'): boolean => work.clocks.some((clock) => clock.stage === stage);
  if (!waits('sign-for') && !waits('first-response')) return null;
  const sign = (what: 'sign-for' | 'respond') => () => {
    if (inHand.act((run) => signInRun(run, who, work.entry, what))) onDone();
  };
  return (
    <p>
      {waits('sign-for') && (
        <Button small onPress={sign('sign-for')}>
          {text('sign-for')}
        </Button>
      )}{' '}
      {waits('first-response') && (
        <Button small onPress={sign('respond')}>
          {text('first-response')}
        </Button>
      )}
    </p>
  );
}

interface TaskFormProps extends UserTaskPanelProps {
  readonly form: FormDefinition;
  readonly stored: JsonObject;
  readonly who: string;
  readonly onComplete: (data: JsonObject) => void;
}

function TaskForm({ simulation, inHand, work, form, stored, who, onComplete, onDone }: TaskFormProps): ReactElement {
  const { text, pack } = useText();
  const now = simulation.world.state.now;
  const { entry, context, generate } = usePretendForm(form, work.entry.element, stored, now);
  const [sendingUp, setSendingUp] = useState(false);
  const hasLadder = useMemo(() => {
    const node = simulation.world.state.instances.get(work.entry.instance)?.process.nodes.get(work.entry.element);
    return node?.type === 'userTask' && node.ladder !== undefined;
  }, [simulation, work]);
  return (
    <>
      <FormView {...entry.view} formContext={context} />
      <PretendFoot
        entry={entry}
        context={context}
        onGenerate={generate}
        submit={text('simulator.submit', { step: pack(work.step) })}
        onSubmit={() => {
          const data = entry.check();
          if (data !== null) onComplete(data);
        }}
      >
        {hasLadder && <Button onPress={() => setSendingUp(true)}>{text('send-up')}</Button>}
      </PretendFoot>
      {sendingUp && (
        <ReasonDialog
          title={text('send-up')}
          says={text('simulator.send-up.says')}
          label={text('reason')}
          longest={200}
          busy={false}
          problem={null}
          onAction={(because) => {
            setSendingUp(false);
            if (inHand.act((run) => sendUpInRun(run, who, work.entry, because))) onDone();
          }}
          onClose={() => setSendingUp(false)}
        />
      )}
    </>
  );
}
