import type { ClockRequestRow } from '../../database/clock-requests.ts';
import type { Instant } from '../../kernel/json.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clockLight } from '../lights/stage-lights.ts';
import type { NameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDecideClock, mayResumeClock } from '../policy/policy.ts';
import type { ClockTerms } from './clock-terms.ts';

/** A request as screens get it. */
export function clockRequestView(names: NameBook, actor: Actor, request: ClockRequestRow) {
  const { amount, unit, grantedAmount, decidedBy } = request;
  const waits = request.state === 'open' && request.taskState === 'open';
  return {
    id: request.id,
    userTask: `${request.instance}.${request.userTask}`,
    step: request.name,
    kind: request.kind,
    stage: request.stage,
    nth: request.nth,
    more: amount === null || unit === null ? null : { amount, unit },
    granted: grantedAmount === null || unit === null ? null : { amount: grantedAmount, unit },
    reviewOn: request.reviewOn,
    reason: request.reason,
    state: request.state,
    decides: names.position(request),
    askedBy: names.person(request.askedBy) ?? { id: request.askedBy, name: '' },
    askedAt: request.askedAt,
    decidedBy: request.state === 'open' ? null : names.person(decidedBy),
    decidedAt: request.decidedAt,
    answer: request.answer,
    may: {
      decide: waits && mayDecideClock(actor, request, request.askedBy),
      withdraw: waits && request.askedBy === actor.person,
    },
  } as const;
}

/**
 * A clock of an open user task as screens get it: how it stands, and what may be asked of it and of whom.
 *
 * @param mine whether the caller has the work (`mayDo`)
 */
export function clockView(
  release: CompiledRelease,
  names: NameBook,
  actor: Actor,
  mine: boolean,
  terms: ClockTerms,
  now: Instant,
) {
  const { clock, title, extension, pause } = terms;
  const light = clockLight(release, clock, now);
  if (light === null) return [];
  const way = (decides: PostAt | null | undefined): 'ask' | 'grant' | null => {
    if (!decides) return null;
    if (mine) return 'ask';
    return mayDecideClock(actor, decides, '') ? 'grant' : null;
  };
  return [
    {
      stage: clock.stage,
      title,
      light,
      extended: clock.extended,
      paused: clock.paused,
      extension: extension && { ...extension, decides: extension.decides && names.position(extension.decides) },
      pause: pause && { ...pause, decides: pause.decides && names.position(pause.decides) },
      may: {
        extend: way(extension?.decides),
        pause: clock.paused || light.light === 'red' ? null : way(pause?.decides),
        review: clock.paused !== null && !mine && pause?.decides != null && mayDecideClock(actor, pause.decides, ''),
        resume: clock.paused !== null && mayResumeClock(actor, mine, pause?.decides ?? null),
      },
    },
  ] as const;
}
