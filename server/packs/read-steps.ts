import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../definitions/schema/steps.schema.json' with { type: 'json' };
import type { RunFault, RunStep } from '../kernel/world/steps.ts';
import { shapeFaults } from './reading/shape-faults.ts';
import { shapeRules } from './reading/shapes.ts';

const validate = new Ajv2020({ ...shapeRules, discriminator: true }).compile<readonly RunStep[]>(schema);

/**
 * Reads the steps file of `gridloom run --script`.
 *
 * @param text the file's text
 * @returns the steps, or what is wrong with the file
 */
export function readSteps(
  text: string,
):
  | { readonly ok: true; readonly value: readonly RunStep[] }
  | { readonly ok: false; readonly faults: readonly RunFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      faults: [
        {
          code: 'steps-broken',
          element: null,
          zh: `步骤文件不是合格的 JSON：${message}`,
          en: `The steps file is not valid JSON: ${message}`,
        },
      ],
    };
  }
  if (validate(value)) return { ok: true, value };
  const faults = shapeFaults({ pack: '', file: 'steps', place: '' }, validate.errors ?? []);
  return {
    ok: false,
    faults: faults.map(({ place, zh, en }) => ({
      code: 'steps-wrong',
      element: null,
      zh: `步骤文件 ${place}：${zh}`,
      en: `Steps file ${place}: ${en}`,
    })),
  };
}
