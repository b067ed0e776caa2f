import { areaChangesEn } from './area-changes.en.ts';
import { areaTreeEn } from './area-tree.en.ts';
import { assignmentEn } from './assignment.en.ts';
import { calendarsEn } from './calendars.en.ts';
import { casesEn } from './cases.en.ts';
import { clocksEn } from './clocks.en.ts';
import { deskEn } from './desk.en.ts';
import { decisionEditorEn } from './decision-editor.en.ts';
import { definitionEditorEn } from './definition-editor.en.ts';
import { editorEn } from './editor.en.ts';
import { entranceEn } from './entrance.en.ts';
import { formDesignerEn } from './form-designer.en.ts';
import { formViewEn } from './form-view.en.ts';
import { groundEn } from './ground.en.ts';
import { holdersEn } from './holders.en.ts';
import { ledgersEn } from './ledgers.en.ts';
import { meetingsEn } from './meetings.en.ts';
import { operationsEn } from './operations.en.ts';
import { organizationEn } from './organization.en.ts';
import { packsEn } from './packs.en.ts';
import { pluginsEn } from './plugins.en.ts';
import { phoneEn } from './phone.en.ts';
import { processModelerEn } from './process-modeler.en.ts';
import { settingUpEn } from './setting-up.en.ts';
import { simulatorEn } from './simulator.en.ts';
import type { zh } from './zh.ts';

/** Every text of the studio in English; loaded when somebody chooses it. */
export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...areaChangesEn,
  ...areaTreeEn,
  ...assignmentEn,
  ...calendarsEn,
  ...casesEn,
  ...clocksEn,
  ...deskEn,
  ...decisionEditorEn,
  ...definitionEditorEn,
  ...editorEn,
  ...entranceEn,
  ...formDesignerEn,
  ...formViewEn,
  ...groundEn,
  ...holdersEn,
  ...ledgersEn,
  ...meetingsEn,
  ...operationsEn,
  ...organizationEn,
  ...packsEn,
  ...phoneEn,
  ...processModelerEn,
  ...simulatorEn,
  ...pluginsEn,
  ...settingUpEn,
};
