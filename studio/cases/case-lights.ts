import type { Texts } from '../translations/texts.ts';
import type { StageLightValue } from '../ui/StageLights.tsx';
import type { CaseFile } from './CasePage.tsx';

/**
 * The clocks of the user task that a case's light is of, so that a head can say for which stage it is.
 *
 * @returns none when no open user task has that light
 */
export function lightsOfCase({ light, userTasks }: Pick<CaseFile, 'light' | 'userTasks'>): readonly StageLightValue[] {
  if (light === null) return [];
  const urgent = userTasks.find((task) => task.state === 'open' && isSame(task.light, light));
  return urgent?.lights ?? [];
}

/** 签收, where the light of a case is of another stage than the handling alone; undefined where nothing need be said. */
export function dueStage(file: Pick<CaseFile, 'light' | 'userTasks'>, { text }: Texts): string | undefined {
  const lights = lightsOfCase(file);
  const stage = lights.find(({ light }) => isSame(light, file.light))?.stage;
  return stage === undefined || (stage === 'handle' && lights.length === 1) ? undefined : text(`stage.${stage}`);
}

function isSame(one: CaseFile['light'], other: CaseFile['light']): boolean {
  return one?.light === other?.light && one?.dueAt === other?.dueAt;
}
