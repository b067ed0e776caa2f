import type { Texts } from '../../translations/texts.ts';
import type { DiagramElement } from '../canvas/diagram.ts';
import { kindOf } from '../steps/step-kind.ts';

/** How a step is called in a list: its name, else what it is. */
export function stepTitle({ businessObject }: DiagramElement, { text }: Texts): string {
  const name = businessObject.name?.trim() ?? '';
  return name === '' ? text(`process.kind.${kindOf(businessObject)}`) : name.replaceAll(/\s+/g, ' ');
}
