import { catchable, definitionOf, one, quietEnd } from './draw-events.ts';
import { condition, flowId, formal, type Content, type Page, type Ways } from './page.ts';

/** Draws branches between two nodes; `on` gives the condition of each but the last, which is the default. */
function between(page: Page, depth: number, from: string, to: string, on: ((index: number) => string) | null): Content {
  const branches = Array.from({ length: 2 + page.dice.below(2) }, () => page.block(depth - 1));
  for (const [index, branch] of branches.entries()) {
    const isLast = index === branches.length - 1;
    page.flow(from, branch.in, on && !isLast ? on(index) : '');
    page.flow(branch.out, to);
  }
  return on ? { attributes: `default="${flowId(from, branches.at(-1)?.in ?? '')}"` } : {};
}

function gate(page: Page, tag: string, row: string, join: string, isChoice: boolean, depth: number): Ways {
  const [from, to] = [page.id(row), page.id(join)];
  const on = isChoice ? () => condition(page.dice) : null;
  page.add(tag, from, between(page, depth, from, to, on));
  page.add(join.startsWith('exclusive') ? 'exclusiveGateway' : tag, to);
  return { in: from, out: to };
}

export const exclusive = (page: Page, depth: number): Ways =>
  gate(page, 'exclusiveGateway', 'exclusive-split.default-flow', 'exclusive-merge', true, depth);
export const parallel = (page: Page, depth: number): Ways =>
  gate(page, 'parallelGateway', 'parallel-split', 'parallel-join', false, depth);
export const inclusive = (page: Page, depth: number): Ways =>
  gate(page, 'inclusiveGateway', 'inclusive-split.default-flow', 'inclusive-join', true, depth);

/**
 * A complex split decides like an inclusive one; a complex join goes on with the first token or with as many as it
 * asks for, and lets another one out when it begins anew. So it stands in a sub-process, out of which comes one.
 */
export function complex(page: Page, depth: number): Ways {
  const inside = page.inside();
  const [around, start, from, to] = ['subProcess', 'start-none', 'complex-split.default-flow', 'complex-join'].map(
    (row) => page.id(row),
  ) as [string, string, string, string];
  inside.add('startEvent', start);
  inside.add(
    'complexGateway',
    from,
    between(inside, depth, from, to, () => condition(page.dice)),
  );
  const activation = formal('activationCondition', 'activationCount >= 1');
  inside.add('complexGateway', to, { content: page.dice.chance(0.5) ? activation : '' });
  inside.flow(start, from);
  inside.flow(to, quietEnd(inside));
  return one(page.add('subProcess', around, { content: inside.xml() }));
}

function name(id: string): string {
  return id.replaceAll(/[^a-z0-9]/gi, '');
}

/** Whatever comes first: events and receive tasks behind one gateway. */
export function eventBased(page: Page, depth: number): Ways {
  const [from, to] = [page.id('event-based'), page.id('exclusive-merge')];
  page.add('eventBasedGateway', from);
  page.add('exclusiveGateway', to);
  const takesTasks = page.dice.chance(0.3);
  const kinds = [...(takesTasks ? ['receive'] : ['message']), 'timer', 'signal', 'conditional'];
  const [first, second] = [page.dice.below(kinds.length), page.dice.below(kinds.length)];
  for (const index of new Set([first, second === first ? (first + 1) % kinds.length : second])) {
    const kind = kinds[index] ?? 'timer';
    const event =
      kind === 'receive'
        ? page.add('receiveTask', page.id('receiveTask'), {
            attributes: `messageRef="${page.head('message', `m${page.dice.below(3)}`)}"`,
          })
        : page.add('intermediateCatchEvent', page.id(`catch-${kind}`), {
            content: definitionOf(catchable, kind, page),
          });
    const then = page.block(depth - 1);
    page.flow(from, event);
    page.flow(event, then.in);
    page.flow(then.out, to);
  }
  return { in: from, out: to };
}

/** Flows out of an activity without a gateway: all of them, or those whose conditions hold. */
export function implicit(page: Page, depth: number): Ways {
  const isConditional = page.dice.chance(0.5);
  const from = page.id(isConditional ? 'conditional-flows.default-flow' : 'implicit-split');
  const to = page.id(isConditional ? 'inclusive-join' : 'parallel-join');
  const on = isConditional ? () => condition(page.dice) : null;
  page.add('task', from, between(page, depth, from, to, on));
  page.add(isConditional ? 'inclusiveGateway' : 'parallelGateway', to);
  return { in: from, out: to };
}

/** Flows that come together at a step without a gateway: each token passes by itself. */
export function merge(page: Page, depth: number): Ways {
  const [from, to] = [page.id('exclusive-split.default-flow'), page.id('implicit-merge')];
  page.add(
    'exclusiveGateway',
    from,
    between(page, depth, from, to, () => condition(page.dice)),
  );
  page.add('task', to);
  return { in: from, out: to };
}

/** A token that goes its own way to its own end. */
export function aside(page: Page, depth: number): Ways {
  const [from, on] = [page.id('parallel-split'), page.id('exclusive-merge')];
  page.add('parallelGateway', from);
  page.add('exclusiveGateway', on);
  const other = page.block(depth - 1);
  page.flow(from, on);
  page.flow(from, other.in);
  page.flow(other.out, quietEnd(page));
  return { in: from, out: on };
}

/** A body that runs so many times; two tokens in the same loop share its counter, and both come out. */
export function back(page: Page, depth: number): Ways {
  const [head, count, test, out] = [
    'exclusive-merge',
    'script-count',
    'exclusive-split.default-flow',
    'exclusive-merge',
  ].map((row) => page.id(row)) as [string, string, string, string];
  const begin = page.id('script-count');
  const variable = name(begin);
  const body = page.block(depth - 1);
  const set = (value: string): Content => ({
    extensions: `<zeebe:script expression="=${value}" resultVariable="${variable}"/>`,
  });
  page.add('scriptTask', begin, set('0'));
  page.add('scriptTask', count, set(`${variable} + 1`));
  page.add('exclusiveGateway', head);
  page.add('exclusiveGateway', test, { attributes: `default="${flowId(test, head)}"` });
  page.add('exclusiveGateway', out);
  page.flow(begin, head);
  page.flow(head, body.in);
  page.flow(body.out, count);
  page.flow(count, test);
  page.flow(test, head);
  page.flow(test, out, `${variable} >= ${1 + page.dice.below(2)}`);
  return { in: begin, out };
}

/** An activity that makes two tokens, and one that needs two. */
export function quantities(page: Page): Ways {
  const [from, to] = [page.id('completion-quantity'), page.id('start-quantity')];
  page.add('task', from, { attributes: 'completionQuantity="2"' });
  page.add('userTask', to, {
    attributes: 'startQuantity="2"',
    extensions: '<grid:assignment post="head" area="&quot;g1&quot;"/>',
  });
  page.flow(from, to);
  return { in: from, out: to };
}
