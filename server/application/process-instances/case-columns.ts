import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { caseProgress, newCaseProgress, type CaseProgress } from '../../kernel/cases/case-progress.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { InForce } from '../releases/release-store.ts';
import type { NewInstance, ProgressColumns } from '../../database/process-instances.ts';

/** The columns of a case's row after a step. */
export interface CaseColumns extends Omit<CaseProgress, 'holder'> {
  readonly holderPost: string | null;
  readonly holderArea: string | null;
  /** Type of the area that has the case now: grid, community or street. */
  readonly level: string | null;
}

/**
 * What a step changes in the row of the case whose root process it moved.
 *
 * @returns null when the instance is not the root instance of a case (what goes beside it, or what it calls, does not move the case)
 */
export function progressAfter(
  release: CompiledRelease,
  process: ExecutableProcess,
  before: ProgressColumns | null,
  pins: Pick<NewInstance, 'subjectKind' | 'hostInstance' | 'caller'> | null | undefined,
  stepped: { readonly instance: ProcessInstance; readonly events: readonly ProcessEvent[] },
  live?: Pick<InForce, 'area'>,
): CaseColumns | null {
  if (pins?.subjectKind !== 'case' || pins.hostInstance !== null || pins.caller || before === null) return null;
  return caseColumns(
    release,
    caseProgress({ ...newCaseProgress, ...before }, process, stepped.instance, stepped.events),
    live,
  );
}

/**
 * The columns for a case's progress.
 *
 * @param live what is in force, for an area that came after the release
 */
export function caseColumns(
  release: CompiledRelease,
  progress: CaseProgress,
  live?: Pick<InForce, 'area'>,
): CaseColumns {
  const { holder, ...rest } = progress;
  const area = holder && (release.areas.find(({ code }) => code === holder.area) ?? live?.area(holder.area));
  return { ...rest, holderPost: holder?.post ?? null, holderArea: holder?.area ?? null, level: area?.type ?? null };
}
