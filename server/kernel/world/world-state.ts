import type { Calendar } from '../calendar/calendar.ts';
import type { ShownLight } from '../bpmn/user-task-clocks.ts';
import type { Gathered } from '../bpmn/beginnings.ts';
import type { Command } from '../bpmn/commands.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Position, ProcessInstance, Subscription } from '../bpmn/process-instance.ts';
import type { PastEvent } from '../cases/story.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { KeptMessage } from './kept-messages.ts';

/** What the database holds for the server, in memory: the rows that effects make, and the instances they belong to. */
export interface WorldState {
  now: Instant;
  readonly instances: Map<string, WorldInstance>;
  readonly timers: Map<string, TimerEntry>;
  readonly jobs: Map<string, JobEntry>;
  readonly userTasks: Map<string, UserTaskEntry>;
  readonly subscriptions: Map<string, SubscriptionEntry>;
  /** Messages that instances threw and nobody waited for, oldest first. */
  readonly kept: KeptMessage[];
  /** Commands for other instances, and messages for whoever waits for them, in the order they were sent. */
  readonly inbox: (InboxEntry | Letter)[];
  /** Start events that need several events, with those that have come. */
  readonly gathering: Map<string, Gathered>;
  /** The instance that ran on and on and was given up; nothing goes on after it. */
  endless: string | null;
}

export interface WorldInstance {
  readonly process: ExecutableProcess;
  readonly instance: ProcessInstance;
  readonly history: readonly PastEvent[];
  readonly subject: { readonly kind: 'case' | 'meeting' | 'action-item'; readonly id: string } | null;
  /** Of a ladder: the user task it climbs for. */
  readonly host: { readonly instance: string; readonly task: number; readonly scope: number } | null;
  /** Calendars as they were when it began: it is pinned to them. */
  readonly calendars?: ReadonlyMap<string, Calendar>;
}

export interface TimerEntry {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly due: Instant;
  readonly generation: number;
}

export interface JobEntry {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly job: number;
  readonly jobType: string;
  readonly headers: JsonObject;
}

export interface UserTaskEntry {
  readonly instance: string;
  readonly task: number;
  readonly scope: number;
  readonly element: string;
  readonly position: Position;
  /** The holder who is asked by name. */
  readonly person: string | null;
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly createdAt: Instant;
  readonly dueAt: Instant | null;
  readonly yellowAt: Instant | null;
  readonly light: ShownLight | null;
  /** Id of the time limit that runs. */
  readonly limit: string | null;
}

/** What an instance waits for besides time. */
export interface SubscriptionEntry {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly subscription: Subscription;
}

export interface InboxEntry {
  readonly instance: string;
  readonly command: Command;
  /** Of a command that creates an instance: what it is for. */
  readonly begun?: Pick<WorldInstance, 'process' | 'subject' | 'host'>;
}

/**
 * A message on its way. Who gets it is decided when it is its turn: two that were sent in one step do not go to the same
 * subscription.
 */
export interface Letter {
  readonly message: KeptMessage;
}

/** A world in which nothing has happened yet. */
export function emptyWorld(now: Instant): WorldState {
  return {
    now,
    instances: new Map(),
    timers: new Map(),
    jobs: new Map(),
    userTasks: new Map(),
    subscriptions: new Map(),
    kept: [],
    inbox: [],
    gathering: new Map(),
    endless: null,
  };
}

/** Key of what belongs to one element instance. */
export function elementKey(instance: string, element: number, key = ''): string {
  return `${instance}.${element}${key && `.${key}`}`;
}
