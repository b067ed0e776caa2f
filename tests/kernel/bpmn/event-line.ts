import type { Position } from '../../../server/kernel/bpmn/process-instance.ts';
import type { ProcessEvent } from '../../../server/kernel/bpmn/events.ts';

/**
 * An event as one line, so that a test can write down the order of what happens: its type, the BPMN id of the element,
 * and what matters besides.
 *
 * @param history all events of the instance so far, in which the element was entered
 */
export function eventLine(history: readonly ProcessEvent[], event: ProcessEvent): string {
  return [event.type, subjectOf(history, event), ...detailsOf(event)].filter((part) => part !== '').join(' ');
}

function subjectOf(history: readonly ProcessEvent[], event: ProcessEvent): string {
  if ('flow' in event && event.type !== 'element-entered') return event.flow;
  if ('element' in event && typeof event.element === 'string') return event.element;
  const id = 'id' in event ? event.id : 'element' in event ? event.element : undefined;
  const entered = history.find((past) => past.type === 'element-entered' && past.id === id);
  return entered?.type === 'element-entered' ? entered.element : '';
}

function detailsOf(event: ProcessEvent): readonly string[] {
  switch (event.type) {
    case 'timer-armed':
      return [event.key, event.due.slice(0, 19), ...(event.generation > 1 ? [`#${event.generation}`] : [])];
    case 'timer-disarmed':
    case 'timer-fired':
      return [event.key];
    case 'variables-set':
      return [JSON.stringify(event.values)];
    case 'user-task-created':
      return [called(event.position)];
    case 'user-task-reassigned':
      return [`${called(event.from)} > ${called(event.position)}`, event.because];
    case 'light-changed':
      return [...(event.stage ? [event.stage] : []), event.light];
    case 'clock-paused':
    case 'clock-review-moved':
    case 'clock-stopped':
      return [event.clock.stage ?? ''];
    case 'clock-resumed':
    case 'clock-extended':
    case 'clock-rebased':
      return [event.clock.stage ?? '', event.clock.dueAt.slice(0, 19)];
    case 'ladder-started':
      return [event.ladder];
    case 'incident-raised':
      return [event.incident.code, event.incident.at];
    case 'tokens-joined':
      return event.flows;
    case 'decision-evaluated':
      return [event.decision, JSON.stringify(event.output)];
    case 'job-created':
      return [event.jobType, `#${event.job}`];
    case 'sequence-flow-taken':
      return event.passes ? [`passes ${event.passes.join(',')}`] : [];
    default:
      return [];
  }
}

function called({ post, area }: Position): string {
  return post === '' ? 'nobody' : `${post}@${area}`;
}
