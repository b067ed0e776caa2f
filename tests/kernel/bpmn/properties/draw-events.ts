import type { Content, Page, Ways } from './page.ts';
import { condition, formal } from './page.ts';

type Events = { readonly [kind: string]: (page: Page) => string };

/** Definitions of what can be waited for anywhere. */
export const catchable: Events = {
  timer: (page) => timer(page.dice.pick(['timeDate', 'timeDuration']), page),
  message: (page) => reference('message', page.head('message', `m${page.dice.below(3)}`)),
  signal: (page) => reference('signal', page.head('signal', `s${page.dice.below(3)}`)),
  conditional: (page) => conditional(condition(page.dice)),
};

/**
 * Definitions of what happens beside what goes on, again and again: nothing in the file makes it happen, or it might
 * make itself happen without end.
 */
export const catchableBeside: Events = {
  timer: (page) => timer(page.dice.pick(['timeDate', 'timeDuration', 'timeCycle']), page),
  message: (page) => reference('message', page.head('message', 'm-beside')),
  signal: (page) => reference('signal', page.head('signal', 's-beside')),
  conditional: () => conditional('beside >= 1'),
};

/** One of several definitions. */
export function definitionOf(among: Events, kind: string, page: Page): string {
  const draw = among[kind];
  if (!draw) throw new Error(`there is no event ${kind}`);
  return draw(page);
}

function conditional(source: string): string {
  return `<conditionalEventDefinition>${formal('condition', source)}</conditionalEventDefinition>`;
}

function timer(kind: string, { dice }: Page): string {
  const text = {
    timeDate: `2026-09-${10 + dice.below(3)}T0${dice.below(9)}:00:00+08:00`,
    timeDuration: `PT${dice.below(9)}H`,
    timeCycle: `R${1 + dice.below(2)}/PT${1 + dice.below(4)}H`,
  }[kind];
  return `<timerEventDefinition><${kind} xsi:type="tFormalExpression">${text}</${kind}></timerEventDefinition>`;
}

function reference(kind: string, id: string): string {
  return `<${kind}EventDefinition ${kind}Ref="${id}"/>`;
}

export function error(page: Page, code: string | null): string {
  if (code === null) return '<errorEventDefinition/>';
  return reference('error', page.head('error', code, `errorCode="${code}"`));
}

export function escalation(page: Page, code: string | null): string {
  if (code === null) return '<escalationEventDefinition/>';
  return reference('escalation', page.head('escalation', code, `escalationCode="${code}"`));
}

/** Definitions of what can be thrown anywhere without anybody having to catch it. */
const throwable: Events = {
  message: (page) => reference('message', page.head('message', `m${page.dice.below(4)}`)),
  signal: (page) => reference('signal', page.head('signal', `s${page.dice.below(4)}`)),
  escalation: (page) => escalation(page, page.dice.pick(['x0', 'x1'])),
};

/** What an event waits for, with the row of the table it belongs to. */
export function anyCatch(page: Page, among = catchable): { readonly kind: string } & Content {
  const kind = page.dice.pick([
    ...Object.keys(among),
    ...Object.keys(among),
    'multiple',
    'parallel-multiple',
    'parallel-multiple',
  ]);
  const severally = (): string =>
    definitionOf(among, 'message', page) + definitionOf(among, page.dice.pick(['timer', 'signal']), page);
  if (kind === 'multiple') return { kind, content: severally() };
  if (kind === 'parallel-multiple') return { kind, attributes: 'parallelMultiple="true"', content: severally() };
  return { kind, content: definitionOf(among, kind, page) };
}

export function catchEvent(page: Page): Ways {
  const event = page.dice.chance(0.15) ? { kind: 'timer', content: timer('timeCycle', page) } : anyCatch(page);
  return one(page.add('intermediateCatchEvent', page.id(`catch-${event.kind}`), event));
}

export function throwEvent(page: Page): Ways {
  const kind = page.dice.pick(['none', 'multiple', ...Object.keys(throwable)]);
  return one(page.add('intermediateThrowEvent', page.id(`throw-${kind}`), { content: thrown(page, kind) }));
}

function thrown(page: Page, kind: string): string {
  if (kind === 'none') return '';
  if (kind === 'multiple') return definitionOf(throwable, 'message', page) + definitionOf(throwable, 'signal', page);
  return definitionOf(throwable, kind, page);
}

/** An end event that ends no more than its own token. */
export function quietEnd(page: Page): string {
  const kind = page.dice.pick(['none', 'none', 'multiple', ...Object.keys(throwable)]);
  return page.add('endEvent', page.id(`end-${kind}`), { content: thrown(page, kind) });
}

/** A link jumps to its other end. */
export function link(page: Page): Ways {
  const to = page.id('catch-link');
  const from = page.id('throw-link');
  const definition = `<linkEventDefinition name="${to}"/>`;
  page.add('intermediateThrowEvent', from, { content: definition });
  page.add('intermediateCatchEvent', to, { content: definition });
  return { in: from, out: to };
}

export function one(id: string): Ways {
  return { in: id, out: id };
}
