import type { ProcessPart } from '../../../server/kernel/release/process-contract.ts';
import type { DiagramElement } from '../canvas/diagram.ts';
import type { ProcessCanvas } from '../canvas/process-canvas.ts';
import type { ConditionField } from '../conditions/condition.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/** What every part of the panel works on. */
export interface PanelGround {
  readonly canvas: ProcessCanvas;
  /** What is chosen on the drawing; the process itself when nothing is. */
  readonly element: DiagramElement;
  readonly vocabulary: Vocabulary;
  readonly part: ProcessPart | null;
  readonly process: string;
  /** What can be asked at the chosen element. */
  readonly fields: readonly ConditionField[];
}
