import type {
  AreasFile,
  CalendarFile,
  CaseTypeFile,
  FormDefinition,
  LadderFile,
  LedgerFile,
  LimitsFile,
  MeetingFile,
  NoticeFile,
  PackFile,
  PostsFile,
  RolesFile,
  TranslationsFile,
} from '../release/definitions.ts';
import type { DemoCasesFile, DemoPeopleFile } from '../release/demo.ts';
import type { Scenario } from '../world/scenario.ts';
import type { JsonKind } from './file-kinds.ts';
import type { Located, PackFault } from './pack-fault.ts';

/** What the JSON of each kind of file holds. */
export interface JsonShapes {
  pack: PackFile;
  areas: AreasFile;
  posts: PostsFile;
  roles: RolesFile;
  limits: LimitsFile;
  'case-type': CaseTypeFile;
  form: FormDefinition;
  calendar: CalendarFile;
  ladder: LadderFile;
  meeting: MeetingFile;
  ledger: LedgerFile;
  notice: NoticeFile;
  translations: TranslationsFile;
  people: DemoPeopleFile;
  'demo-cases': DemoCasesFile;
  scenario: Scenario;
}

/** A JSON file that was read: what it holds, or the faults that keep it from being used. */
export type JsonReading<Value> =
  | { readonly value: Value; readonly faults: readonly PackFault[] }
  | { readonly value: null; readonly faults: readonly PackFault[] };

/**
 * Reads one JSON file against the schema of its kind. Handed in, because each place has an engine of its own: the server
 * compiles the schemas, a page may only interpret them.
 */
export type ReadJson = <Kind extends JsonKind>(kind: Kind, at: Located, text: string) => JsonReading<JsonShapes[Kind]>;
