import { casesEn } from './cases.en.ts';
import { deskEn } from './desk.en.ts';
import { editorEn } from './editor.en.ts';
import { entranceEn } from './entrance.en.ts';
import { formViewEn } from './form-view.en.ts';
import { groundEn } from './ground.en.ts';
import { ledgersEn } from './ledgers.en.ts';
import { meetingsEn } from './meetings.en.ts';
import { organizationEn } from './organization.en.ts';
import { packsEn } from './packs.en.ts';
import { pluginsEn } from './plugins.en.ts';
import { phoneEn } from './phone.en.ts';
import type { zh } from './zh.ts';

/** Every text of the studio in English; loaded when somebody chooses it. */
export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...casesEn,
  ...deskEn,
  ...editorEn,
  ...entranceEn,
  ...formViewEn,
  ...groundEn,
  ...ledgersEn,
  ...meetingsEn,
  ...organizationEn,
  ...packsEn,
  ...phoneEn,
  ...pluginsEn,
};
