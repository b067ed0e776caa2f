import { type ReactElement, useMemo, useState } from 'react';
import {
  listDefinitions,
  readDraftChanges,
  readDraftProblems,
  writeDraftDefinition,
} from '../../server/http/contract/drafts.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { scenarioLines, tryScenario } from '../../server/kernel/simulation/keep-scenario.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import type { Scenario } from '../../server/kernel/world/scenario.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { CompiledDraft } from './compile-draft.ts';
import { KeptLines } from './KeptLines.tsx';
import type { DraftRun } from './use-draft-run.ts';
import { validatorFor } from './validator-for.ts';

interface KeepPanelProps {
  readonly simulation: Simulation;
  readonly compiled: CompiledDraft;
  readonly draft: DraftRun['draft'];
  readonly onClose: () => void;
}

/** 存为场景: the run as sentences, what is left out, whether it holds as it is written, and its name. */
export function KeepPanel({ simulation, compiled, draft, onClose }: KeepPanelProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const { lines, beyond } = useMemo(() => scenarioLines(simulation), [simulation]);
  const [kept, setKept] = useState(() => lines.map((line) => line.kept));
  const [title, setTitle] = useState('');
  const save = useCommand(writeDraftDefinition, [listDefinitions, readDraftChanges, readDraftProblems]);
  const steps = useMemo(() => lines.filter((_, index) => kept[index]).map(({ step }) => step), [lines, kept]);
  const expects = steps.some((step) => 'then' in step);
  const failures = useMemo(
    () => (expects ? tryScenario({ title: '', steps }, simulation.words, validatorFor) : []),
    [expects, steps, simulation],
  );
  const store = async (): Promise<void> => {
    const scenario: Scenario = { title: title.trim(), steps };
    const answer = await save.run({
      params: { draft: draft.id, kind: 'scenario', id: freeId(compiled) },
      body: { revision: 0, content: { json: scenario as unknown as JsonObject } },
    });
    if (answer === null) return;
    say(text('keep.saved', { title: scenario.title }));
    onClose();
  };
  return (
    <SidePanel title={text('simulator.keep')} width={720} onClose={onClose}>
      {simulation.done.length === 0 ? (
        <EmptyState title={text('keep.nothing')} next={text('simulator.work.none.next')} />
      ) : (
        <div className="gl-simulator-panel">
          <Field label={text('keep.title')} hint={text('keep.title.hint')} required>
            {(control) => <TextInput control={control} value={title} onChange={setTitle} maxLength={120} />}
          </Field>
          <p className="quiet">{text('keep.says')}</p>
          <KeptLines
            lines={lines}
            kept={kept}
            onChange={(index, value) => setKept(kept.map((before, at) => (at === index ? value : before)))}
          />
          {beyond > 0 && <p className="gl-simulator-note gl-notice-warn">{text('keep.beyond', { count: beyond })}</p>}
          {draft.submitted && <p className="quiet">{text('keep.submitted')}</p>}
          {save.problem !== null && <ErrorNote problem={save.problem} />}
          <div className="gl-form-foot gl-simulator-foot">
            <Verdict expects={expects} failures={failures} />
            <Button onPress={onClose}>{text('cancel')}</Button>
            <Button
              kind="primary"
              busy={save.busy}
              disabled={title.trim() === '' || !expects || draft.submitted}
              onPress={() => void store()}
            >
              {text('simulator.keep')}
            </Button>
          </div>
        </div>
      )}
    </SidePanel>
  );
}

interface VerdictProps {
  readonly expects: boolean;
  readonly failures: ReturnType<typeof tryScenario>;
}

/** Whether the scenario holds as it is written now. */
function Verdict({ expects, failures }: VerdictProps): ReactElement {
  const { text, either } = useText();
  const [first] = failures;
  if (!expects) return <p className="gl-simulator-note gl-notice-warn">{text('keep.no-expectation')}</p>;
  if (first === undefined)
    return (
      <p className="gl-simulator-note gl-notice-ok" role="status">
        <i className="gl-shape gl-shape-ok" aria-hidden="true" />
        {text('keep.passes')}
      </p>
    );
  return (
    <p className="gl-simulator-note gl-notice-late" role="status">
      <i className="gl-shape gl-shape-late" aria-hidden="true" />
      {text('keep.fails', { step: first.step + 1 })} {either(first)}
    </p>
  );
}

/** An id no scenario of the draft has; people know a scenario by its title. */
function freeId({ scenarios }: CompiledDraft): string {
  const taken = new Set(scenarios.map(({ id }) => id));
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14);
  let id = `run-${stamp}`;
  for (let nth = 2; taken.has(id); nth += 1) id = `run-${stamp}-${nth}`;
  return id;
}
