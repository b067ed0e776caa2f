import type { FormRule } from '../../../server/kernel/forms/form-definition.ts';
import type { QuestionCondition, When } from './question.ts';

type Rules = readonly FormRule[];

/** When a question is asked and must be answered: every rule that names it, those with the same reason as one. */
export function readConditions(rules: Rules, path: string): readonly QuestionCondition[] {
  const found = new Map<string, QuestionCondition>();
  for (const rule of rules) {
    const show = rule.show?.includes(path) === true;
    const require = rule.require?.includes(path) === true;
    if (!show && !require) continue;
    const known = found.get(keyOf(rule.when));
    found.set(keyOf(rule.when), {
      when: rule.when,
      show: show || known?.show === true,
      require: require || known?.require === true,
    });
  }
  return [...found.values()];
}

/**
 * Rules in which a question is asked under other conditions. Rules that speak of other questions too keep speaking of
 * them; a reason that only this question had is changed in its place.
 */
export function withConditions(rules: Rules, path: string, conditions: readonly QuestionCondition[]): Rules {
  const before = readConditions(rules, path);
  const wanted = joined(conditions);
  if (sameConditions(before, wanted)) return rules;
  const renamed = before.reduce<Rules>((edited, old, place) => {
    const next = wanted[place];
    const moves = next !== undefined && !has(wanted, old.when) && !has(before, next.when);
    return moves ? withReason(edited, path, old.when, next.when) : edited;
  }, rules);
  const kept = renamed.flatMap((rule) => trimmed(rule, path, wanted));
  return wanted.reduce<Rules>((edited, one) => added(edited, path, one), kept);
}

function withReason(rules: Rules, path: string, from: When, to: When): Rules {
  const others = rules.filter((rule) => keyOf(rule.when) === keyOf(from)).flatMap(targetsOf);
  if (others.some((target) => target !== path)) return rules;
  return rules.map((rule) => (keyOf(rule.when) === keyOf(from) ? { ...rule, when: to } : rule));
}

/** A rule without what this question no longer wants of it; none at all when nobody is left in it. */
function trimmed(rule: FormRule, path: string, wanted: readonly QuestionCondition[]): Rules {
  const condition = wanted.find((one) => keyOf(one.when) === keyOf(rule.when));
  const shown =
    condition?.show === true ? rule : withTargets(rule, 'show', (names) => names.filter((name) => name !== path));
  const left =
    condition?.require === true
      ? shown
      : withTargets(shown, 'require', (names) => names.filter((name) => name !== path));
  return left !== rule && targetsOf(left).length === 0 ? [] : [left];
}

function added(rules: Rules, path: string, { when, show, require }: QuestionCondition): Rules {
  const effects = (['show', 'require'] as const).filter((effect) => (effect === 'show' ? show : require));
  const same = rules.filter((rule) => keyOf(rule.when) === keyOf(when));
  const missing = effects.filter((effect) => !same.some((rule) => rule[effect]?.includes(path)));
  const [first] = same;
  if (missing.length === 0) return rules;
  if (first === undefined)
    return [...rules, missing.reduce((rule, effect) => withTarget(rule, effect, path), { when })];
  return rules.map((rule) =>
    rule === first ? missing.reduce((edited, effect) => withTarget(edited, effect, path), rule) : rule,
  );
}

function withTarget(rule: FormRule, effect: 'show' | 'require', path: string): FormRule {
  return { ...rule, [effect]: [...(rule[effect] ?? []), path] };
}

function withTargets(
  rule: FormRule,
  effect: 'show' | 'require',
  edit: (names: readonly string[]) => readonly string[],
): FormRule {
  const before = rule[effect];
  if (before === undefined) return rule;
  const after = edit(before);
  if (after.length === before.length) return rule;
  if (after.length > 0) return { ...rule, [effect]: after };
  const { [effect]: _, ...rest } = rule;
  return rest;
}

function targetsOf(rule: FormRule): readonly string[] {
  return [...(rule.show ?? []), ...(rule.require ?? [])];
}

/** Rules in which a path is called otherwise, as target and as reason. */
export function withPathRenamed(rules: Rules, from: string, to: string): Rules {
  const renamed = (path: string): string =>
    path === from ? to : path.startsWith(`${from}.`) ? `${to}${path.slice(from.length)}` : path;
  return rules.map((rule) => ({
    ...rule,
    when: Object.fromEntries(
      Object.entries(rule.when).map(([how, list]) => [
        how,
        list.map((one) => (one.field === renamed(one.field) ? one : { ...one, field: renamed(one.field) })),
      ]),
    ),
    ...(rule.show === undefined ? {} : { show: rule.show.map(renamed) }),
    ...(rule.require === undefined ? {} : { require: rule.require.map(renamed) }),
  }));
}

/** Rules without a question: neither as target nor as reason. */
export function withoutQuestion(rules: Rules, isGone: (path: string) => boolean): Rules {
  return rules.flatMap((rule) => {
    const reasoned = withoutReasons(rule, isGone);
    if (reasoned === null) return [];
    const stays = (names: readonly string[]): readonly string[] => names.filter((name) => !isGone(name));
    const left = withTargets(withTargets(reasoned, 'show', stays), 'require', stays);
    return left !== rule && targetsOf(left).length === 0 ? [] : [left];
  });
}

/** Without the reasons that are gone; null when no reason is left. */
function withoutReasons(rule: FormRule, isGone: (path: string) => boolean): FormRule | null {
  const all = rule.when.all?.filter((one) => !isGone(one.field));
  const any = rule.when.any?.filter((one) => !isGone(one.field));
  if (all?.length === rule.when.all?.length && any?.length === rule.when.any?.length) return rule;
  const when = {
    ...(all === undefined || all.length === 0 ? {} : { all }),
    ...(any === undefined || any.length === 0 ? {} : { any }),
  };
  return Object.keys(when).length === 0 ? null : { ...rule, when };
}

function joined(conditions: readonly QuestionCondition[]): readonly QuestionCondition[] {
  const found = new Map<string, QuestionCondition>();
  for (const one of conditions.filter(({ show, require }) => show || require)) {
    const known = found.get(keyOf(one.when));
    found.set(keyOf(one.when), {
      when: one.when,
      show: one.show || known?.show === true,
      require: one.require || known?.require === true,
    });
  }
  return [...found.values()];
}

function has(conditions: readonly QuestionCondition[], when: When): boolean {
  return conditions.some((one) => keyOf(one.when) === keyOf(when));
}

function sameConditions(one: readonly QuestionCondition[], other: readonly QuestionCondition[]): boolean {
  return (
    one.length === other.length &&
    one.every((left) =>
      other.some(
        (right) => keyOf(left.when) === keyOf(right.when) && left.show === right.show && left.require === right.require,
      ),
    )
  );
}

/** Two reasons are the same when they are written the same. */
function keyOf(when: When): string {
  return JSON.stringify(when);
}
