import type { Expression } from '../../feel/expression.ts';
import type { Catch, MessageDefinition, Throw, TimerDefinition } from '../executable-event.ts';
import { isTimerText } from '../timer-text.ts';
import {
  compileExpression,
  constant,
  report,
  reportLeftOut,
  reportMissing,
  type CompileContext,
} from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** What kind of event a definition makes, as the standard calls it: `Timer`, `Message` … */
function definitionKind(definition: XmlElement): string {
  return definition.$type.replace('bpmn:', '').replace('EventDefinition', '');
}

/**
 * What an event with this definition waits for (BPMN 2.0.2, 10.5.5).
 *
 * @param element the event, or the activity for a loop's events
 * @returns null for a definition that is only thrown (terminate)
 */
export function compileCatch(context: CompileContext, element: XmlElement, definition: XmlElement): Catch | null {
  switch (definitionKind(definition)) {
    case 'Timer':
      return { kind: 'timer', timer: compileTimer(context, element, definition) };
    case 'Message':
      return { kind: 'message', message: eventMessage(context, element, definition) };
    case 'Signal':
      return { kind: 'signal', signal: signalName(context, element, definition) };
    case 'Error':
      return { kind: 'error', code: codeOf(elementOf(definition, 'errorRef'), 'errorCode') };
    case 'Escalation':
      return { kind: 'escalation', code: codeOf(elementOf(definition, 'escalationRef'), 'escalationCode') };
    case 'Conditional':
      return { kind: 'conditional', condition: compileCondition(context, element, definition) };
    case 'Link':
      return { kind: 'link', link: textOf(definition, 'name') ?? textOf(element, 'name') ?? '' };
    case 'Cancel':
      return { kind: 'cancel' };
    case 'Compensate':
      return { kind: 'compensation' };
    default:
      return null;
  }
}

/** What an event with this definition makes happen; null for a definition that is only caught (timer, conditional). */
export function compileThrow(context: CompileContext, element: XmlElement, definition: XmlElement): Throw | null {
  switch (definitionKind(definition)) {
    case 'Message':
      return { kind: 'message', message: eventMessage(context, element, definition) };
    case 'Signal':
      return { kind: 'signal', signal: signalName(context, element, definition) };
    case 'Error':
      return { kind: 'error', code: thrownCode(context, element, definition, 'error') };
    case 'Escalation':
      return { kind: 'escalation', code: thrownCode(context, element, definition, 'escalation') };
    case 'Link':
      return { kind: 'link', link: textOf(definition, 'name') ?? textOf(element, 'name') ?? '' };
    case 'Terminate':
      return { kind: 'terminate' };
    case 'Cancel':
      return { kind: 'cancel' };
    case 'Compensate':
      return {
        kind: 'compensation',
        activity: elementOf(definition, 'activityRef')?.id ?? null,
        waits: definition['waitForCompletion'] !== false,
      };
    default:
      return null;
  }
}

/** A reference to an error or escalation is its code; without a code it is found by its name, and then by its id. */
function codeOf(definition: XmlElement | undefined, property: string): string | null {
  if (!definition) return null;
  return textOf(definition, property) ?? textOf(definition, 'name') ?? definition.id ?? null;
}

/** What is thrown in a process that runs has a code: without one nobody could tell it from another (10.5.5). */
function thrownCode(
  context: CompileContext,
  element: XmlElement,
  definition: XmlElement,
  kind: 'error' | 'escalation',
): string | null {
  const thrown = elementOf(definition, `${kind}Ref`);
  const word = { error: '错误', escalation: '升级' }[kind];
  if (!thrown && context.executable)
    report(
      context,
      element,
      `${kind}-missing`,
      `「${calledName(element)}」没有写抛出哪个${word}。请用 ${kind}Ref 指明。`,
      `"${calledName(element)}" does not say which ${kind} it throws. Name one by ${kind}Ref.`,
    );
  return codeOf(thrown, `${kind}Code`);
}

function signalName(context: CompileContext, element: XmlElement, definition: XmlElement): string {
  const signal = elementOf(definition, 'signalRef');
  if (!signal)
    reportLeftOut(
      context,
      element,
      'signal-missing',
      `信号事件「${calledName(element)}」没有写是哪个信号。请用 signalRef 指明。`,
      `The signal event "${calledName(element)}" names no signal. Name one by signalRef.`,
    );
  return (signal && (textOf(signal, 'name') ?? signal.id)) ?? '';
}

/** The message of an event: a process that runs names it, unless a message flow says where it goes or comes from. */
function eventMessage(context: CompileContext, element: XmlElement, definition: XmlElement): MessageDefinition {
  const message = elementOf(definition, 'messageRef');
  const executable = context.executable && !context.messageFlowEnds.has(element.id ?? '');
  return compileMessage({ ...context, lenient: context.lenient && !executable }, element, message);
}

/** The message of an event or task, with the correlation key of the Zeebe vocabulary. */
export function compileMessage(
  context: CompileContext,
  element: XmlElement,
  message: XmlElement | undefined,
): MessageDefinition {
  if (!message)
    reportMissing(
      context,
      element,
      'message-missing',
      `「${calledName(element)}」没有写收发哪个消息。请用 messageRef 指明。`,
      `"${calledName(element)}" names no message. Name one by messageRef.`,
    );
  const key = message && textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  return {
    id: message?.id ?? element.id ?? '',
    name: (message && (textOf(message, 'name') ?? message.id)) ?? element.id ?? '',
    ...(key ? { correlation: compileExpression(context, element, key, { literal: false }) } : {}),
  };
}

function compileCondition(context: CompileContext, element: XmlElement, definition: XmlElement): Expression {
  const source = textOf(elementOf(definition, 'condition'), 'body');
  if (source) return compileExpression(context, element, source, { literal: false });
  reportLeftOut(
    context,
    element,
    'condition-missing',
    `条件事件「${calledName(element)}」没有写条件。请写上条件。`,
    `The conditional event "${calledName(element)}" has no condition. Give it one.`,
  );
  return constant(null);
}

const timerProperties = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;

function compileTimer(context: CompileContext, element: XmlElement, definition: XmlElement): TimerDefinition {
  const given = timerProperties.flatMap(([property, kind]) => {
    const source = textOf(elementOf(definition, property), 'body');
    return source ? [{ kind, source }] : [];
  });
  const [first, second] = given;
  if (second)
    report(
      context,
      element,
      'timer-twice',
      `计时「${calledName(element)}」写了两种时间。请只留一种。`,
      `The timer "${calledName(element)}" has more than one kind of time. Keep one.`,
    );
  if (first) return { kind: first.kind, expression: compileTime(context, element, first.kind, first.source) };
  reportLeftOut(
    context,
    element,
    'timer-empty',
    `计时「${calledName(element)}」没有写时间。请写日期或时长。`,
    `The timer "${calledName(element)}" has no time. Give it a date or a duration.`,
  );
  // In a drawing it is due when somebody says so, and again where it does not interrupt.
  return { kind: 'cycle', expression: constant('R/P100Y') };
}

/** A literal time is checked here and now; what an expression says is known only when it runs. */
function compileTime(
  context: CompileContext,
  element: XmlElement,
  kind: TimerDefinition['kind'],
  source: string,
): Expression {
  if (!source.startsWith('=') && !isTimerText(kind, source)) {
    const example = { date: '2026-09-10T09:00:00+08:00', duration: 'PT4H', cycle: 'R3/PT4H' }[kind];
    report(
      context,
      element,
      'timer-not-a-time',
      `计时「${calledName(element)}」的「${source}」不是时间。请照这样写：${example}。`,
      `"${source}" of the timer "${calledName(element)}" is no time. Write it like ${example}.`,
    );
  }
  return compileExpression(context, element, source, { literal: true });
}
