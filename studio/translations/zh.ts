import { areaChangesZh } from './area-changes.zh.ts';
import { areaTreeZh } from './area-tree.zh.ts';
import { assignmentZh } from './assignment.zh.ts';
import { calendarsZh } from './calendars.zh.ts';
import { casesZh } from './cases.zh.ts';
import { clocksZh } from './clocks.zh.ts';
import { deskZh } from './desk.zh.ts';
import { decisionEditorZh } from './decision-editor.zh.ts';
import { definitionEditorZh } from './definition-editor.zh.ts';
import { editorZh } from './editor.zh.ts';
import { entranceZh } from './entrance.zh.ts';
import { formDesignerZh } from './form-designer.zh.ts';
import { formViewZh } from './form-view.zh.ts';
import { groundZh } from './ground.zh.ts';
import { holdersZh } from './holders.zh.ts';
import { ledgersZh } from './ledgers.zh.ts';
import { meetingsZh } from './meetings.zh.ts';
import { operationsZh } from './operations.zh.ts';
import { organizationZh } from './organization.zh.ts';
import { packsZh } from './packs.zh.ts';
import { pluginsZh } from './plugins.zh.ts';
import { phoneZh } from './phone.zh.ts';
import { processModelerZh } from './process-modeler.zh.ts';
import { settingUpZh } from './setting-up.zh.ts';
import { simulatorZh } from './simulator.zh.ts';

/** Every text of the studio in Chinese; its keys are the keys of every language. */
export const zh = {
  ...areaChangesZh,
  ...areaTreeZh,
  ...assignmentZh,
  ...calendarsZh,
  ...casesZh,
  ...clocksZh,
  ...deskZh,
  ...decisionEditorZh,
  ...definitionEditorZh,
  ...editorZh,
  ...entranceZh,
  ...formDesignerZh,
  ...formViewZh,
  ...groundZh,
  ...holdersZh,
  ...ledgersZh,
  ...meetingsZh,
  ...operationsZh,
  ...organizationZh,
  ...packsZh,
  ...phoneZh,
  ...processModelerZh,
  ...simulatorZh,
  ...pluginsZh,
  ...settingUpZh,
} as const;
