import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import { generateSubmission } from '../../../server/kernel/forms/generate-submission.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import {
  completeInRun,
  formOf,
  reportInRun,
  sendUpInRun,
  startInRun,
  storedFor,
  vacateInRun,
  waitInRun,
  waitUntilInRun,
} from '../../../server/kernel/simulation/do-in-run.ts';
import { nextHappening, openWork } from '../../../server/kernel/simulation/run-work.ts';
import type { Acted, Simulation } from '../../../server/kernel/simulation/simulation.ts';
import { release } from './real-pack.ts';

/** One thing somebody may do: which, and numbers that choose among what is there. */
export interface Chance {
  readonly kind: 'report' | 'complete' | 'send-up' | 'wait' | 'next' | 'vacate' | 'start';
  readonly one: number;
  readonly other: number;
}

const amounts = ['1 小时', '1 个工作日', '4 个工作时', '5 天', '30 分钟'] as const;

/** Does what a chance says as far as there is anything to do; null when there is not. */
export function tryAct(simulation: Simulation, { kind, one, other }: Chance): Acted | null {
  switch (kind) {
    case 'report': {
      const grids = release.areas.filter(({ type }) => type === 'grid');
      const person = simulation.people[one % simulation.people.length];
      const area = grids[other % grids.length];
      const known: JsonObject = one % 4 === 0 ? { onTheSpot: true } : {};
      return person && area
        ? reportInRun(simulation, person.account, area.code, answers(simulation, 'report', 'report', known, other))
        : null;
    }
    case 'complete':
    case 'send-up': {
      const work = openWork(simulation.world).filter(({ holders }) => holders.length > 0);
      const chosen = work[one % Math.max(work.length, 1)];
      const holder = chosen?.holders[other % chosen.holders.length];
      if (!chosen || !holder) return null;
      const { entry } = chosen;
      if (kind === 'send-up') return sendUpInRun(simulation, holder.account, entry, '要上级协调。');
      const form = formOf(simulation, entry);
      const data = form
        ? answers(simulation, form.id, entry.element, storedFor(simulation, entry), other)
        : storedFor(simulation, entry);
      return completeInRun(simulation, holder.account, entry, data);
    }
    case 'wait':
      return waitInRun(simulation, amounts[one % amounts.length] ?? amounts[0]);
    case 'next': {
      const next = nextHappening(simulation.world);
      return next === null ? null : waitUntilInRun(simulation, next.at);
    }
    case 'start': {
      const areas = release.areas.filter(({ type }) => type === 'community');
      const area = areas[one % areas.length]?.code ?? '';
      const item = {
        id: 'i',
        meeting: '',
        title: '查一次',
        post: 'community-officer',
        area,
        limit: 'action-item-short',
      };
      return startInRun(simulation, 'action-item', { item });
    }
    case 'vacate': {
      const held = simulation.people.flatMap(({ posts }) => posts);
      const position = held[one % held.length];
      return position ? vacateInRun(simulation, position.post, position.area) : null;
    }
  }
}

function answers(simulation: Simulation, id: string, step: string, known: JsonObject, seed: number): JsonObject {
  const form = release.forms.get(id);
  if (!form) return {};
  const effective = effectiveForm(form, step);
  const making = { now: simulation.world.state.now, seed, validate: serverValidatorFor(effective) };
  return generateSubmission(effective, known, making);
}
