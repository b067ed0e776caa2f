import { answerVariable, decidedWhen, voterVariable, type Approval, type ApprovalMode } from '../approval.ts';
import type { Loop } from '../executable-activity.ts';
import { compileExpression, report, reportMissing, variable, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

const modes: readonly ApprovalMode[] = ['any', 'all', 'sequence', 'vote'];

/**
 * `grid:approval`: several decide together. It becomes a multi-instance loop over those who are asked, whose completion
 * condition counts their answers (BPMN 2.0.2, 13.3.7); the drawing may carry a loop marker without items of its own.
 */
export function compileApproval(context: CompileContext, element: XmlElement, approval: XmlElement): Loop {
  const mode = modes.find((known) => known === (textOf(approval, 'mode') ?? 'any'));
  const of = textOf(approval, 'of') ?? 'posts';
  if (!mode || !['posts', 'holders'].includes(of)) reportWords(context, element);
  const compiled: Approval = {
    mode: mode ?? 'any',
    of: of === 'holders' ? 'holders' : 'posts',
    ...whoIsAsked(context, element, approval),
    ...(mode === 'vote' ? howMany(context, element, approval) : {}),
    field: textOf(approval, 'field') ?? 'opinion',
    result: textOf(approval, 'result') ?? 'approval',
  };
  checkLoop(context, element);
  const completion = `=${decidedWhen[compiled.mode]}`;
  return {
    kind: 'multiple',
    sequential: mode === 'sequence',
    approval: compiled,
    item: voterVariable,
    results: compiled.result,
    output: variable(answerVariable),
    completion: compileExpression(context, element, completion, { literal: false }),
    events: [],
  };
}

function whoIsAsked(
  context: CompileContext,
  element: XmlElement,
  approval: XmlElement,
): Pick<Approval, 'posts' | 'area'> {
  const assignment = extensionOf(element, 'grid:Assignment');
  const posts = textOf(approval, 'posts') ?? textOf(assignment, 'post');
  const area = textOf(assignment, 'area');
  if (!posts || !area)
    reportMissing(
      context,
      element,
      'approval-incomplete',
      `「${calledName(element)}」要几个人一起定，但没写问哪些岗位、在哪个区域。请写明岗位和区域。`,
      `"${calledName(element)}" is decided by several, but which posts are asked, and where, is not said. Name the posts and the area.`,
    );
  return {
    posts: compileExpression(context, element, posts ?? '', { literal: true }),
    area: compileExpression(context, element, area ?? 'null', { literal: false }),
  };
}

/** Of 票签: a number or a part, never both and never neither. */
function howMany(
  context: CompileContext,
  element: XmlElement,
  approval: XmlElement,
): Pick<Approval, 'needed' | 'ratio'> {
  const needed = textOf(approval, 'needed');
  const ratio = textOf(approval, 'ratio');
  if ((needed === undefined) === (ratio === undefined))
    report(
      context,
      element,
      'approval-needed',
      `「${calledName(element)}」是票签，请写明几人同意算通过，或同意的比例：只写一样。`,
      `"${calledName(element)}" is decided by votes. Say how many must agree, or which part of them: one of the two.`,
    );
  const expression = (source: string) => compileExpression(context, element, source, { literal: false });
  return {
    ...(needed ? { needed: expression(needed) } : {}),
    ...(ratio && !needed ? { ratio: expression(ratio) } : {}),
  };
}

function checkLoop(context: CompileContext, element: XmlElement): void {
  const loop = elementOf(element, 'loopCharacteristics');
  if (!loop) return;
  const own = ['loopCardinality', 'loopDataInputRef', 'completionCondition', 'loopCondition'];
  const hasItems = own.some((property) => elementOf(loop, property)) || extensionOf(loop, 'zeebe:LoopCharacteristics');
  if (!hasItems && loop.$type !== 'bpmn:StandardLoopCharacteristics') return;
  report(
    context,
    element,
    'approval-and-loop',
    `「${calledName(element)}」既写了几个人一起定，又写了自己的多次办理。请只留一样。`,
    `"${calledName(element)}" is decided by several and loops by itself as well. Keep one of them.`,
  );
}

function reportWords(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'approval-words',
    `「${calledName(element)}」的一起定写错了。请把 mode 写成 any（或签）、all（会签）、sequence（依次）或 vote（票签），of 写成 posts（岗位）或 holders（每个人）。`,
    `The approval of "${calledName(element)}" is wrong. Write any, all, sequence or vote as its mode, and posts or holders as its of.`,
  );
}
