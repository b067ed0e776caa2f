import { structureFaults } from '../bpmn/compile/faults/structure-faults.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import { formFields, type FormField } from '../forms/form-fields.ts';
import type { FormDefinition } from '../release/definitions.ts';
import { expandForm } from '../release/expand-form.ts';
import { ladderProcess, type ProcessPart } from '../release/process-contract.ts';
import { compiledFile } from './compiled-file.ts';
import { compileDecisions, type CompiledDecision } from './compile-decisions.ts';
import type { EffectiveDefinitions } from './effective-definitions.ts';
import type { WrittenXml } from './pack-definitions.ts';
import { errorAt, type Located, type PackFault } from './pack-fault.ts';
import { type AddedByPlugins, anythingAdded } from '../release/added-by-plugins.ts';
import { idTwice } from './read-definitions.ts';

/** Definitions with what can run of them: what all cross-checks look at, and releases are built from. */
export interface CompiledDefinitions {
  readonly definitions: EffectiveDefinitions;
  readonly processes: ReadonlyMap<string, CompiledProcess>;
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly plugins: AddedByPlugins;
}

export interface CompiledProcess extends Located {
  readonly executable: ExecutableProcess;
  readonly xml: string;
  /** What it is used for; null when nothing starts it. */
  readonly part: ProcessPart | null;
}

export interface CompiledForm extends Located {
  readonly written: FormDefinition;
  /** With the choices that come from the pack filled in. */
  readonly expanded: FormDefinition;
  readonly fields: readonly FormField[];
}

/**
 * Compiles the BPMN, DMN and forms of a pack. What does not compile is reported at its element and left out.
 *
 * @param definitions after inheritance
 * @param pause awaited before each file that takes long
 * @param plugins what plugins add; anything they are named for when absent
 */
export async function compileDefinitions(
  definitions: EffectiveDefinitions,
  pause: () => Promise<void> = async () => undefined,
  plugins: AddedByPlugins = anythingAdded,
): Promise<{ readonly compiled: CompiledDefinitions; readonly faults: readonly PackFault[] }> {
  const faults: PackFault[] = [];
  const executables = await compileProcesses(definitions, faults, pause);
  const decisions = await compileDecisions(definitions, faults, pause);
  const parts = partsOf(
    definitions,
    executables.map(({ executable }) => executable),
  );
  const processes = executables.map((process) => ({ ...process, part: parts.get(process.executable.id) ?? null }));
  return {
    compiled: {
      definitions,
      plugins,
      decisions,
      processes: new Map(processes.map((process) => [process.executable.id, process])),
      forms: compileForms(definitions),
    },
    faults,
  };
}

type Compiled = Omit<CompiledProcess, 'part'>;

async function compileProcesses(
  definitions: EffectiveDefinitions,
  faults: PackFault[],
  pause: () => Promise<void>,
): Promise<readonly Compiled[]> {
  const byId = new Map<string, Compiled>();
  for (const file of definitions.processes) {
    await pause();
    const result = await compiledFile(file.xml);
    faults.push(...result.faults.map((fault) => errorAt({ ...file, place: fault.element ?? '' }, fault.code, fault)));
    for (const executable of result.processes) {
      faults.push(
        ...structureFaults(executable).map((fault) =>
          errorAt({ ...file, place: fault.element ?? '' }, fault.code, fault),
        ),
      );
      const before = byId.get(executable.id);
      if (before?.pack === file.pack)
        faults.push(errorAt({ ...file, place: executable.id }, 'id-duplicate', idTwice(executable.id, before)));
      byId.set(executable.id, { ...at(file), executable, xml: file.xml });
    }
  }
  return [...byId.values()];
}

function at(file: WrittenXml): Located {
  return { pack: file.pack, file: file.file, place: '' };
}

/** What each process is used for: a case type's, a meeting's, started for action items, or the ladder's. */
function partsOf(
  definitions: EffectiveDefinitions,
  executables: readonly ExecutableProcess[],
): ReadonlyMap<string, ProcessPart> {
  const parts = new Map<string, ProcessPart>([[ladderProcess, 'ladder']]);
  for (const process of executables.flatMap(processesStartedBy)) parts.set(process, 'action-item');
  for (const meeting of definitions.meetings) parts.set(meeting.value.process, 'meeting');
  for (const caseType of definitions.caseTypes) parts.set(caseType.value.process, 'case');
  return parts;
}

function processesStartedBy(executable: ExecutableProcess): readonly string[] {
  return [...executable.nodes.values()].flatMap((node) => {
    const process =
      node.type === 'serviceTask' && node.jobType === 'grid:start-action-items' ? node.headers['process'] : null;
    return typeof process === 'string' ? [process] : [];
  });
}

function compileForms(definitions: EffectiveDefinitions): ReadonlyMap<string, CompiledForm> {
  const sources = {
    areas: definitions.areas.map((area) => area.value),
    posts: definitions.posts.map((post) => post.value),
    caseTypes: definitions.caseTypes.map((caseType) => caseType.value),
  };
  return new Map(
    definitions.forms.map((form) => {
      const expanded = expandForm(form.value, sources);
      const { pack, file, place } = form;
      return [form.value.id, { pack, file, place, written: form.value, expanded, fields: formFields(expanded) }];
    }),
  );
}
