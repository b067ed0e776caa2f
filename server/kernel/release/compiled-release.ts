import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Decision } from '../dmn/decision.ts';
import type { FormDefinition } from '../forms/form-definition.ts';
import type { JsonObject } from '../json.ts';
import type { AreaChange } from '../organization/area-changes.ts';
import type { Area, Post, Role } from '../organization/organization.ts';
import type {
  AssumedValue,
  CaseTypeFile,
  DefinitionKind,
  LadderFile,
  LedgerFile,
  MeetingFile,
  NoticeFile,
  PackSource,
  TranslationsFile,
} from './definitions.ts';

/**
 * Everything an area runs on, compiled: the definitions of a pack with those it inherits. Immutable; a running
 * instance is pinned to one by `hash`. The application and the world use the same object.
 */
export interface CompiledRelease {
  /** SHA-256 of the manifest, hex. */
  readonly hash: string;
  readonly manifest: ReleaseManifest;
  readonly title: string;
  readonly processes: ReadonlyMap<string, ReleasedProcess>;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Choices taken from the pack (`x-choices`) are already filled in. */
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly limits: ReadonlyMap<string, TimeLimit>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly ladders: ReadonlyMap<string, LadderFile>;
  readonly meetings: ReadonlyMap<string, MeetingFile>;
  readonly ledgers: ReadonlyMap<string, LedgerFile>;
  readonly notices: ReadonlyMap<string, NoticeFile>;
  readonly caseTypes: ReadonlyMap<string, CaseTypeFile>;
  /** Areas and units of all days; `areasOn` has those of one day. */
  readonly areas: readonly Area[];
  readonly areaChanges: readonly AreaChange[];
  readonly posts: readonly Post[];
  readonly roles: ReadonlyMap<string, Role>;
  /** Jobs that plugins do, by type, with an example of the variables each sets: where no plugin runs, that is its answer. */
  readonly pluginJobs: ReadonlyMap<string, JsonObject>;
  /** English by the Chinese text it stands for. */
  readonly english: TranslationsFile;
  readonly sources: readonly PackSource[];
  /** Values no source prints, shown as 假定值; `path` is `file#/json/pointer` or `file#elementId`. */
  readonly assumed: readonly SaidAssumption[];
}

/** An assumed value, and how a street office would say where and what it is. */
export interface SaidAssumption extends AssumedValue {
  readonly definition: string;
  readonly what: string;
}

/** A process with the XML it was compiled from, which screens draw. */
interface ReleasedProcess {
  readonly executable: ExecutableProcess;
  readonly xml: string;
}

/** What a release is made of, by content: the same definitions give the same hash everywhere. */
export interface ReleaseManifest {
  readonly format: 1;
  readonly pack: string;
  readonly version: string;
  /** The packs it was put together from, the most general first. */
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  /** Sorted by kind and id. */
  readonly definitions: readonly ManifestEntry[];
}

export interface ManifestEntry {
  readonly kind: DefinitionKind;
  readonly id: string;
  /** The pack and file it was taken from. */
  readonly pack: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
}
