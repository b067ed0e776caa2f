import { offersAnything } from '../../kernel/bpmn/offered-activities.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** Whether any process of a release has work that somebody picks: where none has, nobody need ask for it. */
export function offersWork({ processes }: CompiledRelease): boolean {
  return [...processes.values()].some(({ executable }) => offersAnything(executable));
}
