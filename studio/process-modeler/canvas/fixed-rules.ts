import type { EventBus } from './diagram.ts';

/** Everything bpmn-js asks before it changes a drawing. */
const questions = [
  'elements.move',
  'elements.delete',
  'elements.create',
  'elements.paste',
  'elements.align',
  'elements.distribute',
  'element.autoResize',
  'shape.create',
  'shape.append',
  'shape.resize',
  'shape.replace',
  'shape.attach',
  'connection.create',
  'connection.start',
  'connection.reconnect',
  'connection.updateWaypoints',
] as const;

/** Before bpmn-js's own rules. */
const FIRST = 5000;

/** Answers every question with no while the process may only be looked at. */
export class FixedRules {
  static readonly $inject = ['eventBus', 'config.steps'];

  constructor(eventBus: EventBus, { fixed }: { readonly fixed: () => boolean }) {
    const answer = (): false | undefined => (fixed() ? false : undefined);
    // A rule of diagram-js is a command that is asked whether it could be executed.
    for (const question of questions) eventBus.on(`commandStack.${question}.canExecute`, FIRST, answer);
    // Double-clicking begins to write a name, which no rule is asked about.
    eventBus.on('element.dblclick', FIRST, answer);
  }
}
