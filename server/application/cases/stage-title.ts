import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** A stage as people know it; where no case type goes through this process (a meeting), null. */
export function stageTitle(release: CompiledRelease, process: string, stage: string): string | null {
  const caseType = [...release.caseTypes.values()].find((candidate) => candidate.process === process);
  return caseType?.stages.find(({ id }) => id === stage)?.title ?? null;
}
