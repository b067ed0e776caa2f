import { checkAreas } from './checks/check-areas.ts';
import { checkAutomaticSteps } from './checks/check-automatic-steps.ts';
import { checkCaseTypes } from './checks/check-case-types.ts';
import { checkForms } from './checks/check-forms.ts';
import { checkLadders } from './checks/check-ladders.ts';
import { checkLedgers } from './checks/check-ledgers.ts';
import { checkMeetings } from './checks/check-meetings.ts';
import { checkNotices } from './checks/check-notices.ts';
import { checkPeople } from './checks/check-people.ts';
import { checkPosts } from './checks/check-posts.ts';
import { checkProvenance } from './checks/check-provenance.ts';
import { checkServed } from './checks/check-served.ts';
import { checkStages } from './checks/check-stages.ts';
import { checkTimers } from './checks/check-timers.ts';
import { checkTimes } from './checks/check-times.ts';
import { checkTranslations } from './checks/check-translations.ts';
import { checkUnused } from './checks/check-unused.ts';
import { checkUserTasks } from './checks/check-user-tasks.ts';
import { checkVariables } from './checks/check-variables.ts';
import { checkWording } from './checks/check-wording.ts';
import type { CompiledDefinitions } from '../kernel/compilation/compile-definitions.ts';
import type { PackFault } from '../kernel/compilation/pack-fault.ts';

/** All checks across the definitions of a pack, in the order in which people look: the street first, then the work. */
export function checkDefinitions(compiled: CompiledDefinitions): readonly PackFault[] {
  const { definitions } = compiled;
  return [
    ...checkAreas(definitions),
    ...checkPosts(definitions),
    ...checkTimes(definitions),
    ...checkLadders(compiled),
    ...checkMeetings(compiled),
    ...checkCaseTypes(compiled),
    ...checkUserTasks(compiled),
    ...checkAutomaticSteps(compiled),
    ...checkServed(compiled),
    ...checkStages(compiled),
    ...checkVariables(compiled),
    ...checkTimers(compiled),
    ...checkForms(compiled),
    ...checkLedgers(compiled),
    ...checkNotices(compiled),
    ...checkPeople(definitions),
    ...checkProvenance(compiled),
    ...checkUnused(compiled),
    ...checkWording(compiled),
    ...checkTranslations(compiled),
  ];
}
