import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { AreaChange } from '../organization/area-changes.ts';
import type { Area, Post, Role } from '../organization/organization.ts';
import type {
  CaseTypeFile,
  FormDefinition,
  LadderFile,
  LedgerFile,
  MeetingFile,
  NoticeFile,
  PackFile,
  TranslationsFile,
} from '../release/definitions.ts';
import type { DemoCasesFile, DemoPeopleFile } from '../release/demo.ts';
import type { Scenario } from '../world/scenario.ts';
import type { Located } from './pack-fault.ts';
import type { FileOfPack } from './pack-folder.ts';

/** A definition and where it is written. */
export interface Written<Value> extends Located {
  readonly value: Value;
}

/** A BPMN or DMN file; what is in it shows when it is compiled. */
export interface WrittenXml extends Located {
  readonly xml: string;
}

/** The definitions one pack writes itself, by kind, each with its place. */
export interface PackDefinitions {
  readonly id: string;
  readonly manifest: Written<PackFile>;
  readonly files: ReadonlyMap<string, FileOfPack>;
  readonly codePatterns: Written<{ readonly [type: string]: string }> | null;
  /** Areas of the tree, then the units beside it. */
  readonly areas: readonly Written<Area>[];
  readonly areaChanges: readonly Written<AreaChange>[];
  readonly posts: readonly Written<Post>[];
  readonly roles: readonly Written<Role>[];
  readonly limits: readonly Written<TimeLimit>[];
  readonly caseTypes: readonly Written<CaseTypeFile>[];
  readonly forms: readonly Written<FormDefinition>[];
  readonly calendars: readonly Written<Calendar>[];
  readonly ladders: readonly Written<LadderFile>[];
  readonly meetings: readonly Written<MeetingFile>[];
  readonly ledgers: readonly Written<LedgerFile>[];
  readonly notices: readonly Written<NoticeFile>[];
  readonly translations: readonly Written<TranslationsFile>[];
  readonly people: readonly Written<DemoPeopleFile>[];
  readonly demoCases: readonly Written<DemoCasesFile>[];
  readonly scenarios: readonly Written<Scenario>[];
  readonly processes: readonly WrittenXml[];
  readonly decisions: readonly WrittenXml[];
}
