import { dutyNames, type UserTask } from '../executable-activity.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { extensionOf, textOf, type XmlElement } from './xml-element.ts';

/**
 * `grid:told` (抄送) and `grid:duties` (who owes the answer, the end, the push, the settling): posts as ids or FEEL, at an
 * area of their own or that of the assignment.
 */
export function compileAnnouncement(context: CompileContext, element: XmlElement): Pick<UserTask, 'told' | 'duties'> {
  const told = extensionOf(element, 'grid:Told');
  const duties = extensionOf(element, 'grid:Duties');
  return {
    ...(told ? { told: compileTold(context, element, told) } : {}),
    ...(duties ? { duties: compileDuties(context, element, duties) } : {}),
  };
}

function compileTold(context: CompileContext, element: XmlElement, told: XmlElement): UserTask['told'] & object {
  const posts = textOf(told, 'posts');
  if (posts === undefined)
    report(
      context,
      element,
      'told-empty',
      `「${calledName(element)}」的抄送没有写岗位。请写明抄送哪些岗位，或去掉它。`,
      `"${calledName(element)}" tells nobody: its grid:told names no posts. Name them, or remove it.`,
    );
  return {
    posts: compileExpression(context, element, posts ?? '', { literal: true }),
    area: areaOf(context, element, told),
  };
}

function compileDuties(context: CompileContext, element: XmlElement, duties: XmlElement): UserTask['duties'] & object {
  const posts = dutyNames.flatMap((duty) => {
    const source = textOf(duties, duty);
    return source === undefined
      ? []
      : [[duty, compileExpression(context, element, source, { literal: true })] as const];
  });
  if (posts.length === 0)
    report(
      context,
      element,
      'duties-empty',
      `「${calledName(element)}」的责任没有写岗位。请写明谁负责反馈、谁是第一责任人、谁督促或谁主办，或去掉它。`,
      `The duties of "${calledName(element)}" name no post. Say who answers, ends, pushes or settles it, or remove them.`,
    );
  return { posts: Object.fromEntries(posts), area: areaOf(context, element, duties) };
}

function areaOf(context: CompileContext, element: XmlElement, extension: XmlElement) {
  const source = textOf(extension, 'area') ?? textOf(extensionOf(element, 'grid:Assignment'), 'area');
  if (source === undefined)
    report(
      context,
      element,
      'announcement-area',
      `「${calledName(element)}」的抄送或责任没有写区域，也没有办理区域。请写明在哪个区域。`,
      `Neither the told posts or duties of "${calledName(element)}" nor its assignment name an area. Name one.`,
    );
  return compileExpression(context, element, source ?? 'null', { literal: false });
}
