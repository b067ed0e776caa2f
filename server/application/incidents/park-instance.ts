import { inboxIncident, retryLetters } from '../../database/inbox.ts';
import { dropIncident, insertIncident } from '../../database/incidents.ts';
import { retryTimers, timerIncident } from '../../database/timers.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';

const said = {
  [inboxIncident]: {
    code: 'inbox-stuck',
    zh: '发给这件事的命令多次处理出错，已停止重试，后面的命令在排队。请看程序日志里的原因，升级或修正后点“重试”；不再需要时请中止这件事。',
    en: 'Commands for this instance failed again and again and are no longer tried; later ones wait behind them. Read the reason in the log, update or correct it, then retry; or cancel the instance.',
  },
  [timerIncident]: {
    code: 'timer-stuck',
    zh: '这件事的一个定时多次触发出错，已停止重试。请看程序日志里的原因，升级或修正后点“重试”；不再需要时请中止这件事。',
    en: 'A timer of this instance failed again and again and is no longer tried. Read the reason in the log, update or correct it, then retry; or cancel the instance.',
  },
} as const;

/** What an instance may be parked for: its inbox or its timers. */
export type Parked = keyof typeof said;

/**
 * Parks an instance whose commands or timers fail as a bug: an incident tells the operator, and nothing else waits for it.
 * The incident is at no element, so the kernel knows nothing of it; people's commands still get in.
 */
export async function parkInstance(context: Context, tx: Transaction, instance: string, parked: Parked): Promise<void> {
  await insertIncident(tx, context.tenant, instance, { element: parked, scope: 0, ...said[parked] });
  context.log.error({ instance, code: said[parked].code }, 'an instance was parked');
}

/** Resolves the incident of a parked instance: what failed is tried again, from the first attempt. */
export async function retryParked(context: Context, tx: Transaction, instance: string, parked: Parked): Promise<void> {
  await dropIncident(tx, context.tenant, instance, parked);
  const of = { tenant: context.tenant, instance };
  if (parked === inboxIncident) await retryLetters(tx, of);
  else await retryTimers(tx, of);
  tx.afterCommit(context.wake);
}
