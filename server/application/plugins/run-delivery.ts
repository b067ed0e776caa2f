import { isJsonObject, type JsonObject, textIn } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdersOf } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { PluginManifest } from '../../kernel/release/plugin-manifest.ts';
import {
  type AttemptResult,
  type DueDelivery,
  leaseDelivery,
  type LeasedDelivery,
  settleDelivery,
} from '../../database/plugin-deliveries.ts';
import { readPeopleToTell } from '../../database/people-to-tell.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Delivery, DeliveryOutcome, Told } from '../../plugins/contract.ts';
import type { Context } from '../context.ts';
import { organizationIn } from '../organization/organization-in.ts';
import { uuidv7 } from '../uuid.ts';
import { manifestOf, notInstalled } from './plugin-host.ts';
import { settingsInForce } from './settings-in-force.ts';
import { areaName, subjectForPlugin } from './subject-for-plugin.ts';
import { errorWords } from '../observing/error-words.ts';

const leaseSeconds = 60;
const mostAttempts = 8;
const shortestPauseMs = 30_000;
const longestPauseMs = 3_600_000;

/**
 * Makes one attempt of a delivery: leased, tried outside of any transaction, written down. At least once: a process that
 * dies in between leaves the lease to run out, and the next attempt bears the same id.
 *
 * @returns false when another worker had it
 */
export async function runDelivery(context: Context, due: DueDelivery): Promise<boolean> {
  const lease = uuidv7();
  const leased = await context.database.transaction((tx) =>
    leaseDelivery(tx, due, lease, afterMs(tx.now, leaseSeconds * 1000)),
  );
  if (!leased) return false;
  const outcome = await attempt(context, leased);
  await context.database.transaction((tx) =>
    settleDelivery(tx, due, lease, resultOf(outcome, leased, tx.now, Math.random())),
  );
  return true;
}

async function attempt(context: Context, leased: LeasedDelivery): Promise<DeliveryOutcome> {
  const manifest = manifestOf(context.plugins, leased.plugin);
  if (!manifest) return { outcome: 'failed', message: notInstalled(leased.plugin), retry: false };
  try {
    const prepared = await context.database.read((tx) => prepare(context, tx, manifest, leased));
    if (!prepared) return { outcome: 'failed', message: switchedOff, retry: false };
    const { argument, settings } = prepared;
    return await context.plugins.deliver({ plugin: leased.plugin, name: leased.channel, argument, settings });
  } catch (error) {
    context.log.error({ delivery: leased.id, plugin: leased.plugin, error: errorWords(error) }, 'a delivery failed');
    return { outcome: 'failed', message: broken, retry: true };
  }
}

async function prepare(
  context: Context,
  tx: Transaction,
  manifest: PluginManifest,
  leased: LeasedDelivery,
): Promise<{ readonly argument: Delivery; readonly settings: JsonObject } | null> {
  const { active, settings } = await settingsInForce(context, tx, leased.area, leased.plugin);
  const kind = leased.content['kind'];
  if (!active && kind !== 'test') return null;
  const release = await context.releases.at(tx, leased.area);
  const rights = manifest.rights ?? {};
  const subject = { kind: leased.subjectKind, id: leased.subjectId };
  const given = { rights, settings, withPersonal: true };
  return {
    settings,
    argument: {
      id: leased.id,
      attempt: leased.attempts,
      now: tx.now,
      area: areaName(await context.releases.inForce(tx), leased.area),
      content: await contentOf(context, tx, release, leased.content, rights.people === true),
      subject: await subjectForPlugin(context, tx, release, subject, given),
    },
  };
}

async function contentOf(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  content: JsonObject,
  withPeople: boolean,
): Promise<Delivery['content']> {
  const { kind, title, text, body } = content;
  if (kind === 'test') return { kind };
  if (kind === 'job') return { kind, body: isJsonObject(body) ? body : {} };
  const to = await toldBy(context, tx, release, content, withPeople);
  return { kind: 'notice', title: textIn(title), text: textIn(text), to };
}

/** Whoever holds the position at this moment: a notice is for the post. */
async function toldBy(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  { post, area, person }: JsonObject,
  withPeople: boolean,
): Promise<Told> {
  const at = typeof post === 'string' && typeof area === 'string' ? { post, area } : null;
  const position = at && {
    post: at.post,
    title: release.posts.find(({ id }) => id === at.post)?.title ?? at.post,
    area: areaName(await context.releases.inForce(tx), at.area),
  };
  if (!withPeople) return { position, people: [] };
  const holders = at
    ? holdersOf(await organizationIn(context, tx, release, [at.area]), at, localDate(tx.now)).map((held) => held.person)
    : typeof person === 'string'
      ? [person]
      : [];
  return { position, people: await readPeopleToTell(tx, context.tenant, holders) };
}

/** Pauses of 30 seconds, a minute, two … an hour, each a little different, so that many do not come back together. */
function resultOf(
  outcome: DeliveryOutcome,
  { attempts, content }: Pick<LeasedDelivery, 'attempts' | 'content'>,
  now: string,
  chance: number,
): AttemptResult {
  if (outcome.outcome === 'sent') {
    const { answer } = outcome;
    const said = answer === undefined ? { zh: '', en: '' } : { zh: `对方答复 ${answer}`, en: `Answered ${answer}` };
    return { state: 'sent', runAt: now, ...said };
  }
  const { zh, en } = outcome.message;
  const most = content['kind'] === 'test' ? 1 : mostAttempts;
  if (!outcome.retry || attempts >= most) return { state: 'failed', runAt: now, zh, en };
  const pause = Math.min(longestPauseMs, shortestPauseMs * 2 ** (attempts - 1));
  return { state: 'waiting', runAt: afterMs(now, pause * (0.8 + 0.4 * chance)), zh, en };
}

function afterMs(now: string, ms: number): string {
  return new Date(Date.parse(now) + Math.round(ms)).toISOString();
}

const switchedOff = {
  zh: '插件已停用，没有发。启用以后可以重发。',
  en: 'The plugin is off, so nothing was sent. Switch it on and send this again.',
};
const broken = { zh: '准备发送时出错，会再试。', en: 'It failed while being prepared; it is tried again.' };
