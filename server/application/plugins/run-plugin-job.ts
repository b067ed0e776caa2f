import type { JsonObject } from '../../kernel/json.ts';
import { type AddedJob, type PluginManifest, pluginName } from '../../kernel/release/plugin-manifest.ts';
import type { LeasedJob } from '../../database/jobs.ts';
import type { NewDelivery } from '../../database/plugin-deliveries.ts';
import type { Job, Sending, Sentence } from '../../plugins/contract.ts';
import type { Context } from '../context.ts';
import type { Prepared, RunOutcome } from '../jobs/prepared-job.ts';
import { uuidv7 } from '../uuid.ts';
import { addedJob, manifestOf, notInstalled } from './plugin-host.ts';
import { settingsInForce } from './settings-in-force.ts';
import { areaName, subjectForPlugin } from './subject-for-plugin.ts';

/**
 * Runs a job with the plugin it is named for, with what the plugin's rights name of variables and subject, under the
 * settings of the subject's area. Where the plugin is off, the step is passed or fails, as its `plugin.json` says.
 */
export async function runPluginJob(context: Context, job: LeasedJob, prepared: Prepared): Promise<RunOutcome> {
  const { plugin, name } = pluginName(job.jobType) ?? { plugin: '', name: '' };
  const manifest = manifestOf(context.plugins, plugin);
  const added = addedJob(manifest, name);
  if (!manifest || !added) return failed('plugin-missing', notInstalled(plugin));
  const { facts } = prepared;
  const { active, settings, area } = await context.database.read(async (tx) => ({
    ...(await settingsInForce(context, tx, facts.subject.area, plugin)),
    area: areaName(await context.releases.inForce(tx), facts.subject.area),
  }));
  if (!active)
    return added.whenOff === 'pass'
      ? { ok: true, variables: {}, requests: [] }
      : failed('plugin-off', isOff(manifest, area.name));
  const argument = await argumentFor(context, job, prepared, manifest, added, { settings, area });
  const outcome = await context.plugins.runJob({ plugin, name, argument, settings });
  if (outcome.outcome === 'completed')
    return {
      ok: true,
      variables: outcome.variables ?? {},
      requests: [],
      deliveries: (outcome.send ?? []).map((sending, index) => delivery(plugin, argument, prepared, sending, index)),
    };
  return outcome.outcome === 'bpmn-error'
    ? { ...failed('plugin-bpmn-error', outcome.message), error: outcome.code }
    : {
        ...failed('plugin-failed', outcome.message),
        hopeless: !outcome.retry,
        ...(outcome.detail === undefined ? {} : { detail: outcome.detail }),
      };
}

async function argumentFor(
  context: Context,
  job: LeasedJob,
  { facts, instance, variables, local, now }: Prepared,
  manifest: PluginManifest,
  added: AddedJob,
  { settings, area }: { readonly settings: JsonObject; readonly area: Job['area'] },
): Promise<Job> {
  const rights = manifest.rights ?? {};
  const subject = { kind: instance.subjectKind, id: instance.subjectId };
  const given = { rights, settings, withPersonal: false };
  return {
    key: `${job.instance}.${job.element}.${job.job}`,
    attempt: job.attempts,
    now,
    headers: job.headers as Job['headers'],
    variables: { ...only(variables, rights.variables ?? []), ...only(local, added.inputs ?? []) },
    subject: await context.database.read((tx) => subjectForPlugin(context, tx, facts.release, subject, given)),
    area,
  };
}

function only(variables: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
}

/** Its cause is the job, whatever attempt it came from: one that ran twice wants one thing sent. */
function delivery(
  plugin: string,
  { key, area }: Job,
  { facts, instance }: Prepared,
  sending: Sending,
  index: number,
): NewDelivery {
  const { subject } = facts;
  return {
    id: uuidv7(),
    plugin,
    channel: sending.channel,
    area: area.code,
    cause: `job ${key} ${index}`,
    content: { kind: 'job', body: sending.body ?? {} },
    subjectKind: instance.subjectKind,
    subjectId: instance.subjectId,
    subjectTitle: [subject.number, subject.title].filter(Boolean).join(' '),
  };
}

function isOff(manifest: PluginManifest, area: string): Sentence {
  return {
    zh: `插件「${manifest.title.zh}」在「${area}」没有启用。请管理员在“插件”里启用，再重试这一步。`,
    en: `The plugin "${manifest.title.en}" is off in "${area}". An administrator has to switch it on under "Plugins", and then the step can be tried again.`,
  };
}

function failed(code: string, { zh, en }: Sentence): Extract<RunOutcome, { ok: false }> {
  return { ok: false, code, zh, en };
}
