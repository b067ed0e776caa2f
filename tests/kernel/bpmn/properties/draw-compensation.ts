import { inside, waitingStep, type Step } from './draw-activities.ts';
import { one, quietEnd } from './draw-events.ts';
import type { Page, Ways } from './page.ts';

const undo = (activity: string | null, waits = true): string =>
  `<compensateEventDefinition ${activity === null ? '' : `activityRef="${activity}"`} waitForCompletion="${waits}"/>`;

/** An activity with something that undoes it. */
function undoable(page: Page, depth: number): string {
  const { tag, row, ...content }: Step = page.dice.chance(0.5)
    ? waitingStep(page, depth)
    : { tag: 'task', row: 'task' };
  const activity = page.add(tag, page.id(row), content);
  const event = page.add('boundaryEvent', page.id('boundary-compensation'), {
    attributes: `attachedToRef="${activity}"`,
    content: '<compensateEventDefinition/>',
  });
  const handler = page.add('userTask', page.id('compensation-handler'), {
    attributes: 'isForCompensation="true"',
    extensions: '<grid:assignment post="head" area="&quot;g1&quot;"/>',
  });
  page.write(`<association id="${page.id('association')}" sourceRef="${event}" targetRef="${handler}"/>`);
  return activity;
}

/** Something is done, other things come between, and it is undone again. */
export function compensated(page: Page, depth: number): Ways {
  const isInside = page.dice.chance(0.3);
  const first = isInside ? undoableInside(page, depth) : undoable(page, depth - 1);
  const between = page.block(depth - 1);
  const named = page.dice.chance(0.5) ? first : null;
  page.flow(first, between.in);
  const throws = page.add('intermediateThrowEvent', page.id('throw-compensation'), {
    content: undo(named, page.dice.chance(0.8)),
  });
  page.flow(between.out, throws);
  return { in: first, out: throws };
}

/** A sub-process that is undone by what was undoable in it, or by its own event sub-process. */
function undoableInside(page: Page, depth: number): string {
  const content = inside(page, depth, (scope) => {
    if (page.dice.chance(0.5)) return;
    const inner = scope.inside();
    const start = inner.add('startEvent', page.id('event-start-compensation'), {
      content: '<compensateEventDefinition/>',
    });
    inner.flow(start, quietEnd(inner));
    scope.add('subProcess', page.id('event-sub-process'), {
      attributes: 'triggeredByEvent="true"',
      content: inner.xml(),
    });
  });
  return page.add('subProcess', page.id('subProcess'), { content });
}

/** What was done in a sub-process is undone at its end. */
export function undoneAtEnd(page: Page, depth: number): Ways {
  const scope = page.inside();
  const activity = undoable(scope, depth - 1);
  scope.flow(scope.add('startEvent', page.id('start-none')), activity);
  scope.flow(activity, scope.add('endEvent', page.id('end-compensation'), { content: undo(null) }));
  return one(page.add('subProcess', page.id('subProcess'), { content: scope.xml() }));
}

/** A transaction that is cancelled, or not: then what was done in it is undone. */
export function transaction(page: Page, depth: number): Ways {
  const scope = page.inside();
  const [start, split] = [page.id('start-none'), page.id('exclusive-split.default-flow')];
  const activity = undoable(scope, depth - 1);
  const good = quietEnd(scope);
  const bad = scope.add('endEvent', page.id('end-cancel'), { content: '<cancelEventDefinition/>' });
  scope.add('startEvent', start);
  scope.add('exclusiveGateway', split, { attributes: `default="${split}-${good}"` });
  scope.flow(start, activity);
  scope.flow(activity, split);
  scope.flow(split, good);
  scope.flow(split, bad, 'v0 >= 1');
  if (page.dice.chance(0.3)) {
    const beside = scope.block(depth - 1);
    scope.flow(start, beside.in);
    scope.flow(beside.out, quietEnd(scope));
  }
  const around = page.add('transaction', page.id('transaction'), { content: scope.xml() });
  const cancelled = page.add('boundaryEvent', page.id('boundary-cancel'), {
    attributes: `attachedToRef="${around}"`,
    content: '<cancelEventDefinition/>',
  });
  const join = page.add('exclusiveGateway', page.id('exclusive-merge'));
  const after = page.block(depth - 1);
  page.flow(around, join);
  page.flow(cancelled, after.in);
  page.flow(after.out, join);
  return { in: around, out: join };
}
