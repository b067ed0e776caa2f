import type { Instant, Json, JsonObject } from '../kernel/json.ts';

// Everything a plugin may know of the program. `plugins/README.md` shows how to use it.
//
// A plugin is a folder of `plugins/` with a `plugin.json` and, for what runs on the server, a `server.ts` that exports
// a `ServerPlugin` called `plugin`. The server runs each plugin in a thread of its own, without network, files, environment or
// child processes: what it is given is what it declares in `plugin.json` under `rights`.

/** Version of this contract. It grows when something a plugin relies on changes its meaning; additions do not count. */
export const contractVersion = 1;

/** What a plugin's `server.ts` exports as `plugin`, by the names in its `plugin.json`. */
export interface ServerPlugin {
  readonly jobs?: { readonly [name: string]: JobHandler };
  readonly channels?: { readonly [name: string]: ChannelHandler };
  readonly rules?: { readonly [name: string]: AssignmentRule };
}

/**
 * Does a job of a service task. It may run more than once for one job (a process may die before its answer is stored),
 * always with the same `key`; what it tells the outside must bear that.
 *
 * A handler that throws, does not answer within 20 seconds, or answers something else than an outcome has failed: it is
 * tried again as often as the step says (2, 4, 8 … seconds apart, or by its header `retryBackoff`), then the step stands
 * still as an incident. An attempt is counted before it runs.
 */
export type JobHandler = (job: Job, tools: Tools) => JobOutcome | Promise<JobOutcome>;

/** A job as its handler sees it. */
export interface Job {
  /** The same for every attempt of this job, unlike that of any other. */
  readonly key: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** The database's time. */
  readonly now: Instant;
  readonly headers: { readonly [header: string]: string };
  /** The inputs the step maps, and what it sees of the variables that `rights.variables` names. Nothing else. */
  readonly variables: JsonObject;
  /** What the process is about; null without the right (`rights.subjects`). */
  readonly subject: Subject | null;
  readonly area: AreaName;
}

/** How a job ended. */
export type JobOutcome =
  | {
      readonly outcome: 'completed';
      /** Only variables that `plugin.json` lists as outputs of the job. At most 64 KB as JSON. */
      readonly variables?: JsonObject;
      /** Sent after the commit, at least once, by the plugin's own channels; at most 20. */
      readonly send?: readonly Sending[];
    }
  | {
      readonly outcome: 'failed';
      readonly message: Sentence;
      /** What a machine said of it, for operators only: at most 500 characters, without personal data. */
      readonly detail?: string;
      /** False: trying again is of no use, so the incident comes at once. */
      readonly retry: boolean;
    }
  | {
      /** A BPMN error: the model says what follows. Where nothing catches it, the step stands still as an incident. */
      readonly outcome: 'bpmn-error';
      readonly code: string;
      readonly message: Sentence;
    };

/** Something a job wants sent: carried out by a channel of the same plugin whose `takes` is `jobs`. */
export interface Sending {
  readonly channel: string;
  /** At most 16 KB as JSON. It is stored, so no personal value belongs here: the channel gets those when it sends. */
  readonly body?: JsonObject;
}

/**
 * Carries one delivery out of the house. It is tried up to 8 times with growing pauses (30 seconds to an hour), always
 * with the same `delivery.id`: whoever receives it tells doubles by that.
 */
export type ChannelHandler = (delivery: Delivery, tools: Tools) => DeliveryOutcome | Promise<DeliveryOutcome>;

export interface Delivery {
  /** The same over all attempts, restarts, and when a person sends it again. */
  readonly id: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly now: Instant;
  readonly area: AreaName;
  /** What it is: a notice of the program, something a job of the plugin asked for, or an administrator's test. */
  readonly content:
    | { readonly kind: 'notice'; readonly title: string; readonly text: string; readonly to: Told }
    | { readonly kind: 'job'; readonly body: JsonObject }
    | { readonly kind: 'test' };
  /** As it is at this attempt; null for a test, and without the right. */
  readonly subject: Subject | null;
}

export type DeliveryOutcome =
  | {
      readonly outcome: 'sent';
      /** What the other side said, for the list of deliveries: `200`. */
      readonly answer?: string;
    }
  | { readonly outcome: 'failed'; readonly message: Sentence; readonly retry: boolean };

/** Who is told: whoever holds the position today, or one person. */
export interface Told {
  readonly position: { readonly post: string; readonly title: string; readonly area: AreaName } | null;
  /** Empty without the right `rights.people`. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly account: string }[];
}

/** What a process is about. */
export interface Subject {
  readonly kind: 'case' | 'meeting' | 'action-item';
  readonly id: string;
  /** Case number (受理编号). */
  readonly number: string | null;
  readonly title: string;
  readonly place: string;
  readonly area: AreaName;
  readonly category: { readonly id: string; readonly title: string } | null;
  /** The stage it is in, by its title. */
  readonly stage: string | null;
  readonly closed: boolean;
  /** Of the forms that `rights.forms` names, oldest first, without personal values. */
  readonly submissions: readonly FilledForm[];
  /** Personal values by the path of their field (`reporterPhone`); null without the right, or while its setting says no. */
  readonly personal: { readonly [field: string]: Json } | null;
}

export interface FilledForm {
  readonly form: string;
  readonly title: string;
  readonly at: Instant;
  readonly data: JsonObject;
  /** The same as people read it. */
  readonly lines: readonly { readonly title: string; readonly text: string }[];
}

/**
 * Says who of several holders of a post should do a user task. It is asked a moment after the user task was offered to
 * the post; until it answers, and when it fails or answers null, everybody on the post has it alike. Whoever it names
 * sees the user task as theirs; the others still may do it, so nothing lies idle when somebody is away.
 *
 * It must answer at once (within a second), from what it is given alone: the same question has the same answer.
 */
export type AssignmentRule = (question: AssignmentQuestion) => string | null;

export interface AssignmentQuestion {
  readonly post: string;
  readonly area: AreaName;
  /** Everybody who holds the post today, formal holders first; at least two, at most 200. */
  readonly holders: readonly Holder[];
  readonly step: { readonly id: string; readonly title: string; readonly dueAt: Instant | null };
  readonly subject: Pick<Subject, 'kind' | 'id' | 'area' | 'category'> | null;
  readonly settings: JsonObject;
}

export interface Holder {
  /** What the rule answers with. */
  readonly person: string;
  readonly kind: 'formal' | 'cover';
  /** Open user tasks that are marked as theirs, or that only they can do. */
  readonly openUserTasks: number;
}

/** What a handler is given to work with. */
export interface Tools {
  /** The settings of the area, or of the nearest area above it; secrets included. */
  readonly settings: JsonObject;
  /** Asks another machine. The only way out; see `HostFetch`. */
  readonly fetch: HostFetch;
  /** A line for the operator's log, at most 20 per call and 200 characters each. No names, numbers or form values. */
  readonly log: (message: string) => void;
}

/**
 * One request to a host that `rights.network` names and the operator permits (`PLUGIN_HOSTS`). It follows no redirect,
 * takes at most 10 seconds, sends and takes at most 256 KB, and is made at most 10 times per call.
 *
 * @throws Error with a sentence in both languages (`error.message` is JSON of a `Sentence`; see `sentenceOf`)
 */
export type HostFetch = (url: string, request?: HostRequest) => Promise<HostResponse>;

export interface HostRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: { readonly [header: string]: string };
  readonly body?: string;
}

export interface HostResponse {
  readonly status: number;
  readonly headers: { readonly [header: string]: string };
  readonly body: string;
}

export interface AreaName {
  readonly code: string;
  readonly name: string;
}

/** What people read when something went wrong: what happened and what to do. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** The sentence an error of `HostFetch` carries; any other error becomes one that quotes it. */
export function sentenceOf(error: unknown): Sentence {
  const message = error instanceof Error ? error.message : String(error);
  const quoted = { zh: `出错了：${message}`, en: `It failed: ${message}` };
  if (!message.startsWith('{')) return quoted;
  try {
    const { zh, en } = JSON.parse(message) as { readonly zh?: unknown; readonly en?: unknown };
    return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : quoted;
  } catch {
    return quoted;
  }
}
