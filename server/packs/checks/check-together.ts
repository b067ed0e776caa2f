import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { Approval } from '../../kernel/bpmn/approval.ts';
import { dutyNames, type UserTask } from '../../kernel/bpmn/executable-activity.ts';
import { postList } from '../../kernel/bpmn/post-list.ts';
import type { CompiledDefinitions, CompiledProcess } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Expression } from '../../kernel/feel/expression.ts';
import { constantOf } from './constant-of.ts';
import { flowingTexts } from './flowing-values.ts';
import { unknownPost } from './unknown-reference.ts';

/**
 * What a user task says of several posts at once: those who decide together, are told, owe something or stand in. All of
 * them exist, the form asks for the answer, and not more must agree than are asked.
 */
export function checkTogether(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  at: Located,
  node: UserTask,
): readonly PackFault[] {
  const known = new Set(compiled.definitions.posts.map((post) => post.value.id));
  const approval = node.loop?.kind === 'multiple' ? node.loop.approval : undefined;
  const named = [
    approval?.posts,
    node.assignment?.fallback,
    node.told?.posts,
    ...dutyNames.map((duty) => node.duties?.posts[duty]),
  ].filter((expression) => expression !== undefined);
  return [
    ...named.flatMap((expression) =>
      postsIn(compiled, process, node.id, expression)
        .filter(({ text }) => !known.has(text))
        .map((flowing) => unknownPost(flowing, flowing.text)),
    ),
    ...(approval ? [...checkAnswer(compiled, at, node, approval), ...checkNeeded(at, node, approval)] : []),
  ];
}

/** The posts an expression can name, each where it is written. */
function postsIn(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  element: string,
  expression: Expression,
): readonly (Located & { readonly text: string })[] {
  const constant = constantOf(expression);
  const here = { pack: process.pack, file: process.file, place: element };
  if (constant !== undefined) return postList(constant).map((text) => ({ ...here, text }));
  return flowingTexts(compiled, process, element, expression).flatMap((flowing) =>
    postList(flowing.text).map((text) => ({ ...flowing, text })),
  );
}

function checkAnswer(
  compiled: CompiledDefinitions,
  at: Located,
  node: UserTask,
  { field }: Approval,
): readonly PackFault[] {
  const form = node.form === undefined ? undefined : compiled.forms.get(node.form);
  if (!form) return []; // said elsewhere
  const question = form.fields.find(({ path }) => path === field);
  const values = (question?.choices ?? []).map(({ value }) => value);
  if (values.length === 2 && values.includes('approve') && values.includes('refuse')) return [];
  return [
    errorAt(at, 'approval-without-answer', {
      zh: `「${calledName(node)}」要各人表态，但表单「${form.written.title}」里没有题目「${field}」，选项是同意（approve）和不同意（refuse）。请加上这道题，或改用基础包的「表态」表单。`,
      en: `"${calledName(node)}" asks everybody for an answer, but its form "${form.written.id}" has no question "${field}" with the choices approve and refuse. Add it, or use the form "opinion" of the base pack.`,
    }),
  ];
}

function checkNeeded(at: Located, node: UserTask, { of, posts, needed }: Approval): readonly PackFault[] {
  const count = needed && constantOf(needed);
  const asked = constantOf(posts);
  if (typeof count !== 'number' || asked === undefined || of !== 'posts') return [];
  const most = postList(asked).length;
  if (Number.isInteger(count) && count >= 1 && count <= most) return [];
  return [
    errorAt(at, 'approval-out-of-reach', {
      zh: `「${calledName(node)}」要 ${count} 个岗位同意，但只问 ${most} 个。请改成 1 到 ${most} 的整数。`,
      en: `"${calledName(node)}" needs ${count} posts to agree, but asks ${most}. Write a whole number from 1 to ${most}.`,
    }),
  ];
}
