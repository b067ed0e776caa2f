import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import type { PluginManifest } from '../kernel/release/plugin-manifest.ts';
import type { DeliveryOutcome, JobOutcome, Sending, Sentence } from './contract.ts';
import { PluginFailure } from './plugin-failure.ts';

const mostVariables = 64_000;
const mostBody = 16_000;
const mostSendings = 20;
const longestSentence = 500;

/**
 * What a job's handler answered, when it keeps the contract.
 *
 * @throws PluginFailure `plugin-nonsense` that says where it does not
 */
export function checkJobOutcome(answer: Json, manifest: PluginManifest, name: string): JobOutcome {
  if (!isJsonObject(answer)) throw nonsense('a job answers with an outcome');
  switch (answer['outcome']) {
    case 'completed':
      return {
        outcome: 'completed',
        variables: variablesOf(answer['variables'], manifest, name),
        send: sendingsOf(answer['send'], manifest),
      };
    case 'failed':
      return {
        outcome: 'failed',
        message: sentenceIn(answer['message']),
        retry: answer['retry'] !== false,
        ...(typeof answer['detail'] === 'string' ? { detail: answer['detail'].slice(0, longestSentence) } : {}),
      };
    case 'bpmn-error':
      return {
        outcome: 'bpmn-error',
        code: textIn(answer['code'], 'code'),
        message: sentenceIn(answer['message']),
      };
    default:
      throw nonsense('outcome is "completed", "failed" or "bpmn-error"');
  }
}

/** @throws PluginFailure `plugin-nonsense` */
export function checkDeliveryOutcome(answer: Json): DeliveryOutcome {
  if (!isJsonObject(answer)) throw nonsense('a channel answers with an outcome');
  if (answer['outcome'] === 'sent') {
    const said = answer['answer'];
    return { outcome: 'sent', ...(typeof said === 'string' ? { answer: said.slice(0, 200) } : {}) };
  }
  if (answer['outcome'] === 'failed')
    return { outcome: 'failed', message: sentenceIn(answer['message']), retry: answer['retry'] !== false };
  throw nonsense('outcome is "sent" or "failed"');
}

function variablesOf(value: Json | undefined, manifest: PluginManifest, name: string): JsonObject {
  if (value === undefined) return {};
  if (!isJsonObject(value)) throw nonsense('variables is an object');
  if (JSON.stringify(value).length > mostVariables)
    throw nonsense(`variables are larger than ${mostVariables} characters`);
  const outputs = manifest.adds.jobs?.find((job) => job.name === name)?.outputs ?? {};
  const undeclared = Object.keys(value).find((variable) => !Object.hasOwn(outputs, variable));
  if (undeclared !== undefined) throw nonsense(`the variable "${undeclared}" is no output in plugin.json`);
  return value;
}

function sendingsOf(value: Json | undefined, manifest: PluginManifest): readonly Sending[] {
  if (value === undefined) return [];
  if (!isJsonArray(value) || value.length > mostSendings) throw nonsense(`send is a list of at most ${mostSendings}`);
  return value.map((sending) => {
    if (!isJsonObject(sending)) throw nonsense('what is sent names its channel');
    const channel = textIn(sending['channel'], 'channel');
    const known = manifest.adds.channels?.find(({ name }) => name === channel);
    if (known?.takes !== 'jobs') throw nonsense(`"${channel}" is no channel for jobs in plugin.json`);
    const body = sending['body'] ?? {};
    if (!isJsonObject(body) || JSON.stringify(body).length > mostBody)
      throw nonsense(`body is an object of at most ${mostBody} characters`);
    return { channel, body };
  });
}

function sentenceIn(value: Json | undefined): Sentence {
  if (!isJsonObject(value)) throw nonsense('message has a Chinese and an English sentence');
  return {
    zh: textIn(value['zh'], 'message.zh').slice(0, longestSentence),
    en: textIn(value['en'], 'message.en').slice(0, longestSentence),
  };
}

function textIn(value: Json | undefined, where: string): string {
  if (typeof value !== 'string' || value === '') throw nonsense(`${where} is a text`);
  return value;
}

function nonsense(why: string): PluginFailure {
  return new PluginFailure('plugin-nonsense', { why });
}
