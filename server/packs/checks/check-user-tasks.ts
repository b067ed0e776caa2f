import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { UserTask } from '../../kernel/bpmn/executable-activity.ts';
import { laddersOf, limitsOf } from '../../kernel/bpmn/limits-of.ts';
import type { CompiledDefinitions, CompiledProcess } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { checkTogether } from './check-together.ts';
import { constantOf } from './constant-of.ts';
import { flowingTexts } from './flowing-values.ts';
import { unknownArea, unknownForm, unknownLadder, unknownLimit, unknownPost } from './unknown-reference.ts';

/** Each user task says who does it and where, until when, and what to fill in, and has a name people know it by. */
export function checkUserTasks(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.nodes.values()].flatMap((node) => {
      if (node.type !== 'userTask') return [];
      const at = { pack: process.pack, file: process.file, place: node.id };
      return [
        ...checkName(at, node),
        ...checkForm(compiled, at, node),
        ...checkPost(compiled, process, at, node),
        ...checkArea(compiled, at, node),
        ...checkTogether(compiled, process, at, node),
        ...checkRule(compiled, at, node),
        ...checkLimit(compiled, process, at, node),
      ];
    }),
  );
}

function checkName(at: Located, node: UserTask): readonly PackFault[] {
  if (node.name !== '') return [];
  return [
    warningAt(at, 'user-task-without-name', {
      zh: `步骤 ${node.id} 没有名称，办的人不知道是什么事。请起个名称。`,
      en: `The user task ${node.id} has no name, so people do not know what it is. Name it.`,
    }),
  ];
}

function checkForm(compiled: CompiledDefinitions, at: Located, node: UserTask): readonly PackFault[] {
  if (node.form === undefined) {
    return [
      errorAt(at, 'user-task-without-form', {
        zh: `「${calledName(node)}」没有写填哪张表单。请选一张表单。`,
        en: `"${calledName(node)}" names no form. Choose one.`,
      }),
    ];
  }
  return compiled.forms.has(node.form) ? [] : [unknownForm(at, node.form)];
}

function checkPost(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  at: Located,
  node: UserTask,
): readonly PackFault[] {
  if (!node.assignment) {
    return [
      errorAt(at, 'user-task-without-post', {
        zh: `「${calledName(node)}」没有写由哪个岗位办。请选一个岗位。`,
        en: `"${calledName(node)}" does not say which post does it. Choose one.`,
      }),
    ];
  }
  // Who several are that decide together is checked with what else names several posts.
  if (node.loop?.kind === 'multiple' && node.loop.approval) return [];
  const known = new Set(compiled.definitions.posts.map((post) => post.value.id));
  return flowingTexts(compiled, process, node.id, node.assignment.post)
    .filter(({ text }) => !known.has(text))
    .map((flowing) => unknownPost(flowing, flowing.text));
}

function checkArea(compiled: CompiledDefinitions, at: Located, node: UserTask): readonly PackFault[] {
  const area = node.assignment ? constantOf(node.assignment.area) : undefined;
  if (typeof area !== 'string' || compiled.definitions.areas.some((known) => known.value.code === area)) return [];
  return [unknownArea(at, area)];
}

function checkRule({ plugins }: CompiledDefinitions, at: Located, node: UserTask): readonly PackFault[] {
  const rule = node.assignment?.rule;
  if (rule === undefined || plugins.hasRule(rule)) return [];
  const known = plugins.rules.join('、');
  return [
    errorAt(at, 'assignment-rule-unknown', {
      zh: `「${calledName(node)}」的分派办法「${rule}」没有插件提供。${known === '' ? '请装上插件，或去掉它。' : `可以用：${known}。`}`,
      en: `No plugin adds the rule "${rule}" of "${calledName(node)}". ${known === '' ? 'Install one, or remove it.' : `Known are: ${known}.`}`,
    }),
  ];
}

function checkLimit(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  at: Located,
  node: UserTask,
): readonly PackFault[] {
  const ladder = laddersOf(node)
    .filter((id) => !compiled.definitions.ladders.some((known) => known.value.id === id))
    .map((id) => unknownLadder(at, id));
  if (!node.timeLimit) {
    return [
      ...ladder,
      errorAt(at, 'user-task-without-limit', {
        zh: `「${calledName(node)}」没有写办理时限。请选一个时限。`,
        en: `"${calledName(node)}" has no time limit. Choose one.`,
      }),
    ];
  }
  const known = new Set(compiled.definitions.limits.map((limit) => limit.value.id));
  return [
    ...ladder,
    ...limitsOf(node)
      .flatMap(({ limit }) => flowingTexts(compiled, process, node.id, limit))
      .filter(({ text }) => !known.has(text))
      .map((flowing) => unknownLimit(flowing, flowing.text)),
  ];
}
