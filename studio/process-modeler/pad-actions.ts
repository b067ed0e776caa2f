import type { Texts } from '../translations/texts.ts';
import type { DiagramElement } from './canvas/diagram.ts';
import type { ProcessCanvas } from './canvas/process-canvas.ts';
import { addStep, addTimer, type StepSources } from './canvas/step-commands.ts';
import type { PadAction } from './canvas/word-pad.ts';
import { limitsOf } from './model/limit-facts.ts';
import { kindOf } from './steps/step-kind.ts';

/** What can be done with what is chosen, right at it. */
export function padActions(
  canvas: ProcessCanvas,
  sources: StepSources,
  element: DiagramElement,
  { text }: Texts,
  goToField: (field: string | null) => void,
): readonly PadAction[] {
  const kind = kindOf(element.businessObject);
  const isStep = element.waypoints === undefined && kind !== 'drawing' && kind !== 'process';
  const add = (side: 'before' | 'after') => () => {
    addStep(canvas, sources, 'user-task', side);
    goToField('name');
  };
  const connect = (event: Event): void => {
    canvas.part<{ readonly start: (event: Event, element: DiagramElement) => void }>('connect').start(event, element);
  };
  return [
    ...(isStep && !['start', 'timer'].includes(kind)
      ? [{ id: 'before', words: text('process.pad.before'), act: add('before') }]
      : []),
    ...(isStep && kind !== 'end' ? [{ id: 'after', words: text('process.pad.after'), act: add('after') }] : []),
    ...(isStep && kind !== 'end'
      ? [{ id: 'connect', words: text('process.pad.connect'), act: connect, drag: true }]
      : []),
    ...(limitsOf(element.businessObject).length > 0
      ? [{ id: 'timer', words: text('process.pad.timer'), act: () => addTimer(canvas, sources, element, 'limit') }]
      : []),
    {
      id: 'delete',
      words: text('process.pad.delete'),
      act: () => canvas.modeling.removeElements([element]),
    },
  ];
}
