import { isExternalJobType } from '../../kernel/jobs/external-job-type.ts';
import { textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { addWorker, listWorkers, removeWorker } from '../external-jobs/external-workers.ts';
import type { Context } from '../context.ts';
import type { OperationOutcome } from './terminal-operations.ts';

/**
 * Lets a system do jobs and send messages.
 *
 * @param input `name`, `types`, `messages`
 * @throws Refusal `worker-name-taken`
 */
export async function addWorkerHere(context: Context, input: JsonObject): Promise<OperationOutcome> {
  const name = textIn(input['name']).trim();
  const jobTypes = textsIn(input['types']);
  const messages = textsIn(input['messages']);
  const wrong = jobTypes.find((type) => !isExternalJobType(type));
  const mayNothing = jobTypes.length + messages.length === 0;
  if (
    name === '' ||
    name.length > 100 ||
    mayNothing ||
    jobTypes.length > 50 ||
    messages.length > 50 ||
    wrong !== undefined
  )
    return {
      ok: false,
      zh: `没有添加：要有名称（最多 100 个字）、工作类型或消息名称（各最多 50 个），类型只能用字母、数字、“.”“_”“-”（带冒号的由本系统和插件办）${wrong === undefined ? '' : `，「${wrong}」不行`}。`,
      en: `Not added: it takes a name (100 characters at most) and types of jobs or names of messages (50 of each at most); types are of letters, digits, ".", "_" and "-" (those with a colon are done by the program and its plugins)${wrong === undefined ? '' : `; "${wrong}" is none`}.`,
    };
  const { id, token } = await context.database.transaction((tx) =>
    addWorker(context, tx, null, { name, jobTypes, messages }),
  );
  const may = [...jobTypes, ...messages];
  return {
    ok: true,
    zh: `已添加外部系统「${name}」，可办、可发：${may.join('、')}。令牌只显示这一次，请交给对方保管：`,
    en: `Added the external worker "${name}" for ${may.join(', ')}. Its token is shown this once; hand it over and keep no copy:`,
    answer: { id, token },
  };
}

/** The systems that may do jobs. */
export async function listWorkersHere(context: Context): Promise<OperationOutcome> {
  const workers = await context.database.read((tx) => listWorkers(context, tx));
  return {
    ok: true,
    zh: `有 ${workers.length} 个外部系统。`,
    en: `There are ${workers.length} external workers.`,
    answer: workers.map((worker) => ({
      ...worker,
      jobTypes: [...worker.jobTypes],
      messages: [...worker.messages],
    })),
  };
}

/**
 * Lets a system do jobs no more.
 *
 * @param input `name`
 */
export async function removeWorkerHere(context: Context, input: JsonObject): Promise<OperationOutcome> {
  const name = textIn(input['name']).trim();
  return context.database.transaction(async (tx) => {
    const worker = (await listWorkers(context, tx)).find((known) => known.name === name);
    if (!worker)
      return {
        ok: false,
        zh: `没有叫「${name}」的外部系统。请用 gridloom worker list 看看有哪些。`,
        en: `There is no external worker called "${name}". See them with gridloom worker list.`,
      };
    await removeWorker(context, tx, null, worker.id);
    return {
      ok: true,
      zh: `已收回「${name}」，它的令牌现在起无效；它手上的工作租约到期后由别的系统接着办。`,
      en: `Removed "${name}": its token holds no more. What it has at hand is done by others once its leases end.`,
    };
  });
}

function textsIn(given: Json | undefined): readonly string[] {
  return (Array.isArray(given) ? given : []).map((text) => textIn(text));
}
