import { unbornInstance } from '../../kernel/bpmn/apply.ts';
import { lookupKey, type Answer, type Command, type Needs } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { step } from '../../kernel/bpmn/step.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import {
  lockInstance,
  readEveryScope,
  readScopes,
  saveStep,
  type LockedInstance,
} from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { correlation } from '../observing/correlation.ts';
import { withClocks } from './clock-columns.ts';
import { historyBucket } from './history-bucket.ts';
import { answerLookups } from './answer-lookups.ts';
import { markChanges } from './instance-marks.ts';
import { asUnwritten, isOlder, loadInstance, storedState } from './stored-state.ts';
import { exchangeRows, newCalls } from './exchange-rows.ts';
import { leavesWork } from './leaves-work.ts';
import { outgoingCommands, type RunsOn, type StartedBy } from './outgoing-commands.ts';
import { rowChanges } from './row-changes.ts';
import { tellPosts } from './tell-posts.ts';
import { progressAfter } from './case-columns.ts';
import type { InForce } from '../releases/release-store.ts';

/** What a command came to. `refused`: it does not fit the state, nothing was changed. */
export type Advanced =
  | {
      readonly kind: 'advanced';
      readonly instance: ProcessInstance;
      readonly events: readonly ProcessEvent[];
      readonly now: Instant;
      readonly release: CompiledRelease;
    }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * The heart: every change of a process instance goes through here. Lock the instance first, step it with the kernel,
 * answer what the step asks in the same transaction, and write everything it did in one statement: state, history, the
 * rows of its effects, commands for other instances, and the case's columns.
 *
 * @param tx the transaction of the use case; it commits or nothing happened
 * @param id the instance
 * @param command what is asked of it
 * @param beginning only with `create-instance`: the new instance's pins
 * @param onto only with `migrate`: what it is taken over to
 * @returns the instance after the step, or the code of the refusal (`instance-unknown` when there is none)
 */
export async function advanceInstance(
  context: Context,
  tx: Transaction,
  id: string,
  command: Command,
  beginning?: StartedBy,
  onto?: RunsOn,
): Promise<Advanced> {
  const began = performance.now();
  const locked = await lockInstance(tx, context.tenant, id);
  if (!locked === (beginning === undefined))
    return { kind: 'refused', code: locked ? 'instance-exists' : 'instance-unknown' };
  return advanceLocked(context, tx, { id, locked, beginning: beginning ?? null, onto, began }, command);
}

/** An instance whose row is locked, or one that is yet to be. */
export interface Held {
  readonly id: string;
  readonly locked: LockedInstance | null;
  readonly beginning: StartedBy | null;
  /** When its lock was asked for, in milliseconds of `performance.now()`. */
  readonly began?: number;
  /** Only with `migrate`: what it is taken over to. */
  readonly onto?: RunsOn | undefined;
}

/**
 * The same for an instance that is locked already: a worker's transaction may hold many. What it writes need not be
 * awaited before the next is advanced.
 */
export async function advanceLocked(
  context: Context,
  tx: Transaction,
  { id, locked, beginning, onto, began = performance.now() }: Held,
  command: Command,
): Promise<Advanced> {
  tx.reached('after-lock', command.type);
  const pins = locked ?? beginning;
  if (!pins) return { kind: 'refused', code: 'instance-unknown' };
  const now = locked?.now ?? tx.now;
  const { release, process } = await runningOn(context, tx, onto ?? pins);
  const older = locked !== null && isOlder(locked.state);
  const scopes = older ? await readEveryScope(tx, context.tenant, id) : [];
  const before = locked ? loadInstance(locked.state, scopes) : unbornInstance(id, process.id);
  const former = onto && locked ? (await context.releases.byHash(tx, locked.manifestHash)).calendars : undefined;
  const stepped = await stepWithAnswers(context, tx, { release, process, now, former }, before, command);
  if (stepped.kind === 'refused') return stepped;
  const live = await context.releases.inForce(tx);
  write(context, tx, { id, locked, beginning, release, process, stepped, now, older, live });
  await tellPosts(context, tx, id, pins, process, stepped.effects);
  tx.afterCommit(() => tell(context, { id, command: command.type, began, stepped }));
  return { kind: 'advanced', instance: stepped.instance, events: stepped.events, now, release };
}

interface Told {
  readonly id: string;
  readonly command: Command['type'];
  readonly began: number;
  readonly stepped: Stepped;
}

/** Once it is true: how long it took, and one line by which a case can be followed. References only. */
function tell({ metrics, log }: Context, { id, command, began, stepped }: Told): void {
  metrics.observe('gridloom_command_seconds', { command }, (performance.now() - began) / 1000);
  const { events, instance } = stepped;
  log.info({ instance: id, command, events: events.length, status: instance.status }, 'command');
}

async function runningOn(context: Context, tx: Transaction, { process: id, manifestHash }: RunsOn) {
  const release = await context.releases.byHash(tx, manifestHash);
  const process = release.processes.get(id)?.executable;
  if (!process) throw new Error(`release ${manifestHash} has no process ${id}`);
  return { release, process };
}

/**
 * What a command would do, without writing anything: the same step on the same state, read without a lock. What it is
 * told may be out of date the moment after.
 *
 * @param on the definition the step is taken on: the instance's own, or the one it would be migrated to
 */
export async function rehearseCommand(
  context: Context,
  tx: Transaction,
  instance: ProcessInstance,
  command: Command,
  on: RunsOn,
): Promise<Advanced> {
  const { release, process } = await runningOn(context, tx, on);
  const stepped = await stepWithAnswers(context, tx, { release, process, now: tx.now }, instance, command);
  if (stepped.kind === 'refused') return stepped;
  return { kind: 'advanced', instance: stepped.instance, events: stepped.events, now: tx.now, release };
}

interface Pinned {
  readonly release: CompiledRelease;
  readonly process: ExecutableProcess;
  readonly now: Instant;
  /** Of the release it is migrated from. */
  readonly former?: CompiledRelease['calendars'] | undefined;
}

type Stepped = {
  readonly kind: 'stepped';
  readonly instance: ProcessInstance;
  readonly events: readonly ProcessEvent[];
  readonly effects: readonly Effect[];
  /** The instance before the step, with the scopes that had to be read. */
  readonly loaded: ProcessInstance;
};

/** Steps until nothing is missing; a step that lacks something is begun anew with it, so nothing half done is kept. */
async function stepWithAnswers(
  context: Context,
  tx: Transaction,
  { release, process, now, former }: Pinned,
  before: ProcessInstance,
  command: Command,
): Promise<Stepped | { readonly kind: 'refused'; readonly code: string }> {
  const answers = new Map<string, Answer>();
  const missing = new Set<number>();
  let instance = before;
  for (let round = 0; round < 100; round += 1) {
    const { decisions, limits, calendars } = release;
    const from = former ? { former } : {};
    const given = { now, decisions, limits, calendars, answers, missing, ...from };
    const result = step(process, instance, command, given);
    if (result.kind === 'rejected') return { kind: 'refused', code: result.rejection.code };
    if (result.kind === 'stepped') return { ...result, loaded: instance };
    instance = await supply(context, tx, { release, now, answers, missing }, instance, result.needs);
  }
  throw new Error(`instance ${before.id}: ${command.type} still needs something after 100 rounds`);
}

/** What a step has been told so far. */
interface Supply {
  readonly release: CompiledRelease;
  readonly now: Instant;
  readonly answers: Map<string, Answer>;
  readonly missing: Set<number>;
}

async function supply(
  context: Context,
  tx: Transaction,
  { release, now, answers, missing }: Supply,
  instance: ProcessInstance,
  needs: Needs,
): Promise<ProcessInstance> {
  const told = await answerLookups(context, tx, { id: instance.id, release, now }, needs.lookups);
  for (const [index, lookup] of needs.lookups.entries()) {
    const answer = told[index];
    if (answer) answers.set(lookupKey(lookup), answer);
  }
  if (needs.scopes.length === 0) return instance;
  const scopes = await readScopes(tx, context.tenant, instance.id, needs.scopes);
  const found = new Set(scopes.map(({ id }) => id));
  // A scope that has ended has no row: what was meant for it is stale, which is the kernel's to say.
  for (const id of needs.scopes) if (!found.has(id)) missing.add(id);
  return {
    ...instance,
    scopes: { ...instance.scopes, ...Object.fromEntries(scopes.map((scope) => [scope.id, scope])) },
  };
}

interface Writing extends Held {
  readonly release: CompiledRelease;
  readonly process: ExecutableProcess;
  readonly stepped: Stepped;
  readonly now: Instant;
  /** It was stored in an older form, so all of it is written anew. */
  readonly older: boolean;
  readonly live: InForce;
}

function write(context: Context, tx: Transaction, writing: Writing): void {
  const { id, locked, beginning, release, process, stepped, now, live } = writing;
  const pins = locked ?? beginning;
  const bucket = locked?.bucket ?? historyBucket(beginning?.subjectKind ?? null, now);
  const seq = locked?.historySeq ?? 0;
  const { state, scopesSet, scopesGone } = storedState(
    writing.older ? asUnwritten(stepped.loaded) : stepped.loaded,
    stepped.instance,
  );
  const calls = newCalls(stepped.effects);
  const subject = { subjectKind: pins?.subjectKind ?? null, subjectId: pins?.subjectId ?? null };
  const area = pins?.area ?? null;
  const { caller = null, conversation = null } = pins ?? {};
  const host = {
    id,
    process: pins?.process ?? process.id,
    companions: locked?.companions ?? [],
    area,
    caller,
    conversation,
    ...subject,
  };
  const rows = {
    ...withClocks(rowChanges(process, stepped.effects), stepped.instance),
    ...markChanges(process, stepped.loaded, stepped.instance),
    startedAt: locked?.startedAt ?? now,
    ...exchangeRows(process, stepped, calls, now, release.hash),
    scopesSet,
    scopesGone,
    inbox: outgoingCommands(release, host, stepped, calls, now),
    // One that has ended is called no more, whatever becomes of what it tells.
    calledBy: caller && stepped.instance.status !== 'running' ? [caller] : [],
    area,
    // Whoever speaks along a message flow is in a conversation from then on.
    conversation: speaks(stepped.effects) ? id : null,
    cause: correlation(),
    ...subject,
  };
  if (rows.inbox.length > 0 || leavesWork(process, stepped.effects, now)) tx.afterCommit(context.wake);
  const ended = stepped.instance.status === 'running' ? null : now;
  saveStep(
    tx,
    context.tenant,
    id,
    {
      state,
      status: stepped.instance.status,
      historySeq: seq + stepped.events.length,
      endedAt: ended,
      now,
      bucket,
      events: stepped.events,
      rows,
      progress: progressAfter(release, process, locked?.progress ?? null, pins, stepped, live),
    },
    beginning && !locked ? { ...beginning, bucket } : null,
  );
}

function speaks(effects: readonly Effect[]): boolean {
  return effects.some((effect) => effect.do === 'publish-message' && effect.to.length > 0);
}
