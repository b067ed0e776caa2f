import { extensionsOf, textOf, type XmlElement } from '../../../server/kernel/bpmn/compile/xml-element.ts';
import { clockStages, type ClockStage } from '../../../server/kernel/calendar/time-limit.ts';

/** A time limit of a step as it is written: for which stage, which limit, and which ladder after it. */
export interface LimitFact {
  readonly stage: ClockStage;
  readonly limit: string | undefined;
  readonly ladder: string | undefined;
}

/** The limits of a user task in the order of the stages; what is for no known stage is left to the checks. */
export function limitsOf(step: XmlElement): readonly LimitFact[] {
  return clockStages.flatMap((stage) => {
    const written = limitElement(step, stage);
    return written ? [{ stage, limit: textOf(written, 'limit'), ladder: textOf(written, 'ladder') }] : [];
  });
}

/** The limit for one stage; absent where the step has none. */
export function limitFor(step: XmlElement, stage: ClockStage): LimitFact | undefined {
  return limitsOf(step).find((one) => one.stage === stage);
}

/** The element that a limit is written in: one without a stage is for the handling. */
export function limitElement(step: XmlElement, stage: ClockStage): XmlElement | undefined {
  return extensionsOf(step, 'grid:TimeLimit').find((one) => (textOf(one, 'stage') ?? 'handle') === stage);
}
