import type { Position } from '../../kernel/bpmn/process-instance.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook, type PositionView } from '../organization/position-views.ts';
import type { Foreseen } from './foresee.ts';

/** What the screen says before somebody submits. */
export interface PreviewView {
  readonly next: readonly {
    readonly step: string;
    readonly position: PositionView;
    readonly insteadOf: readonly PositionView[];
    readonly limit: string | null;
    readonly dueAt: string | null;
  }[];
  readonly told: readonly PositionView[];
  readonly others: number;
  readonly closed: boolean;
  readonly unclear: boolean;
}

const nobodyKnows: PreviewView = { next: [], told: [], others: 0, closed: false, unclear: true };

/** Puts names to what was foreseen; null: it would be refused, so there is nothing to say yet. */
export async function previewView(context: Context, tx: Transaction, foreseen: Foreseen | null): Promise<PreviewView> {
  if (foreseen === null) return nobodyKnows;
  const { release, next, told, others, closed, unclear } = foreseen;
  const places = [...next.flatMap(({ position, vacant }) => [position, ...vacant]), ...told];
  const names = await nameBook(context, tx, release, [...new Set(places.map(({ area }) => area))]);
  const view = (position: Position): PositionView => names.position(position);
  return {
    next: next.map(({ step, position, person, vacant, limit, dueAt }) => ({
      step,
      position: onlyPerson(view(position), person),
      insteadOf: vacant.filter((one) => one.post !== position.post || one.area !== position.area).map(view),
      limit: limit === null ? null : (release.limits.get(limit)?.title ?? limit),
      dueAt,
    })),
    told: told.map(view),
    others: Math.max(0, others),
    closed,
    unclear,
  };
}

/** Where one holder is asked by name, the others do not get it. */
function onlyPerson(position: PositionView, person: string | null): PositionView {
  return person === null ? position : { ...position, holders: position.holders.filter(({ id }) => id === person) };
}
