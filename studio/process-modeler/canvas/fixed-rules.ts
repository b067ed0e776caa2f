import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
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
export class FixedRules extends RuleProvider {
  static override readonly $inject = ['eventBus', 'config.steps'];

  constructor(eventBus: EventBus, { fixed }: { readonly fixed: () => boolean }) {
    super(eventBus as never);
    for (const question of questions) this.addRule(question, FIRST, () => (fixed() ? false : undefined) as never);
    // Double-clicking begins to write a name, which no rule is asked about.
    eventBus.on('element.dblclick', FIRST, () => (fixed() ? false : undefined));
  }
}
