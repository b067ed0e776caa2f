import type { Actor } from '../bpmn/commands.ts';
import type { ProcessEvent } from '../bpmn/events.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { Instant } from '../json.ts';
import { localDateTime } from '../local-time.ts';
import type { PastRequest } from './request-lines.ts';

/** One line of a story: what happened, in both languages. Names are put in when somebody reads, never stored. */
export interface StoryLine {
  readonly at: Instant;
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  /** Id of the person who acted, if one did. */
  readonly person: string | null;
  /** What was filled in, as title and text. */
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  readonly photos: readonly string[];
}

/** An event of the case's history with its time. */
export interface PastEvent {
  readonly at: Instant;
  readonly event: ProcessEvent;
}

/** A form somebody filled: the report (`userTask` null), a user task's form, or the reason for sending one up. */
export interface PastSubmission {
  readonly at: Instant;
  readonly person: string | null;
  readonly userTask: number | null;
  readonly form: string;
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  readonly photos: readonly string[];
}

/** Somebody who was told something about the case. */
export interface PastTelling {
  readonly at: Instant;
  readonly to: Position | { readonly person: string };
  readonly title: string;
  /** The person who urged, when it was no rule. */
  readonly by: string | null;
}

/** What a story is made from. */
export interface StorySource {
  readonly process: ExecutableProcess;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly history: readonly PastEvent[];
  readonly submissions: readonly PastSubmission[];
  readonly tellings: readonly PastTelling[];
  /** What was asked of clocks; absent: nothing. */
  readonly requests?: readonly PastRequest[];
  readonly names: StoryNames;
  /** An operator reads it, who is told besides what a machine said of an incident. */
  readonly forOperator?: boolean;
}

/** How ids are called; looked up when somebody reads. `en` forms fall back to Chinese where a pack has no English. */
interface StoryNames {
  readonly person: (id: string) => string;
  readonly post: (id: string) => string;
  readonly area: (code: string) => string;
  /** Names of those who held a position at an instant. */
  readonly holders: (position: Position, at: Instant) => readonly string[];
  readonly english: (zh: string) => string;
}

/** A sentence of a story, with what belongs to it. */
export type Sentence = {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly person?: string | null;
  readonly lines?: StoryLine['lines'];
  readonly submission?: PastSubmission | undefined;
};

/** A position with those who held it at an instant. */
export function called(
  source: StorySource,
  position: Position,
  at: Instant,
): { readonly zh: string; readonly en: string } {
  const { names } = source;
  const holders = names.holders(position, at);
  const place = { zh: names.area(position.area), post: names.post(position.post) };
  const people = holders.length > 0 ? ` ${holders.join('、')}` : '';
  return {
    zh: `${place.zh} ${place.post}${people}`,
    en: `${english(source, place.post)} of ${english(source, place.zh)}${people}`,
  };
}

/** A step as its model calls it. */
export function stepName(source: StorySource, element: string): string {
  return source.process.nodes.get(element)?.name || element;
}

/** English of a pack's Chinese. */
export function english(source: StorySource, zh: string): string {
  return source.names.english(zh);
}

/** Id of the person who acted, if one did. */
export function personOf(actor: Actor): string | null {
  return 'person' in actor ? actor.person : null;
}

/** `9月15日 18:00`, how a story and a notice say a time. */
export function spokenTime(at: Instant): string {
  const [date = '', time = ''] = localDateTime(at).split('T');
  const [, month, day] = date.split('-');
  return `${Number(month)}月${Number(day)}日 ${time.slice(0, 5)}`;
}
