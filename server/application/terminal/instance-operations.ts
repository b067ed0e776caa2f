import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { readActorByAccount } from '../../database/actors.ts';
import type { Context } from '../context.ts';
import { findInstances, type InstanceQuery } from '../operations/find-instances.ts';
import { operatorOf, terminalOperator, type Operator } from '../operations/operator.ts';
import { previewRepair } from '../operations/preview-repair.ts';
import { readOperatedInstance } from '../operations/read-instance.ts';
import { readIterations } from '../operations/read-iterations.ts';
import { repairInstance } from '../operations/repair-instance.ts';
import { repairRefusals } from '../operations/repair-refusals.ts';
import type { Repair } from '../operations/repair.ts';
import { Refusal } from '../refusal.ts';
import { actorOf } from '../sessions/actor-of-session.ts';
import type { OperationOutcome, TerminalOperation } from './terminal-operations.ts';

/** What operators may ask at the terminal: they are whoever runs the machine, or act as the person they name. */
export const instanceOperations = {
  findInstances: {
    name: 'find-instances',
    alone: false,
    run: (context, input) =>
      refusable(async () => {
        const operator = await operatorNamed(context, input);
        const query = (isJsonObject(input['query']) ? input['query'] : {}) as InstanceQuery;
        const found = await context.database.read((tx) => findInstances(context, tx, operator, query));
        const { count, exact } = found.total;
        return {
          ok: true,
          zh: `${exact ? '共' : '至少'} ${count} 个流程，截至 ${found.asOf}。`,
          en: `${exact ? '' : 'At least '}${count} instances, as of ${found.asOf}.`,
          answer: found as unknown as Json,
        };
      }),
  },
  readInstance: {
    name: 'read-instance',
    alone: false,
    run: (context, input) =>
      refusable(async () => {
        const operator = await operatorNamed(context, input);
        const file = await context.database.read((tx) =>
          readOperatedInstance(context, tx, operator, textIn(input['instance'])),
        );
        return { ok: true, zh: '', en: '', answer: file as unknown as Json };
      }),
  },
  readIterations: {
    name: 'read-iterations',
    alone: false,
    run: (context, input) =>
      refusable(async () => {
        const operator = await operatorNamed(context, input);
        const [instance, after] = [textIn(input['instance']), textIn(input['after']) || null];
        const read = await context.database.read((tx) => readIterations(context, tx, operator, instance, after));
        return { ok: true, zh: '', en: '', answer: read as unknown as Json };
      }),
  },
  repairInstances: { name: 'repair-instances', alone: false, run: repairEach },
} as const satisfies { readonly [name: string]: TerminalOperation };

/** Repairs instances one after the other, each in a transaction of its own, and says what came of each. */
async function repairEach(
  context: Context,
  input: JsonObject,
  report: (progress: string) => void,
): Promise<OperationOutcome> {
  const instances = (isJsonArray(input['instances']) ? input['instances'] : []).map(textIn);
  const repair = input['repair'] as unknown as Repair;
  const results: { readonly instance: string; readonly ok: boolean; readonly code: string | null }[] = [];
  for (const [place, instance] of instances.entries()) {
    const outcome = await refusable(() =>
      input['dryRun'] === true
        ? rehearse(context, input, instance, repair)
        : repairOne(context, input, instance, repair),
    );
    const code = isJsonObject(outcome.answer) ? textIn(outcome.answer['code']) : '';
    results.push({ instance, ok: outcome.ok, code: code === '' ? null : code });
    report(`${place + 1}/${instances.length} ${instance} ${outcome.zh} ${outcome.en}`);
  }
  const done = results.filter(({ ok }) => ok).length;
  return {
    ok: done === results.length,
    zh: `${results.length} 个流程，做成 ${done} 个，没做成 ${results.length - done} 个。`,
    en: `${results.length} instances: ${done} done, ${results.length - done} not done.`,
    answer: results,
  };
}

async function repairOne(
  context: Context,
  input: JsonObject,
  instance: string,
  repair: Repair,
): Promise<OperationOutcome> {
  const operator = await operatorNamed(context, input);
  await context.database.transaction((tx) =>
    repairInstance(context, tx, operator, instance, repair, textIn(input['reason'])),
  );
  return { ok: true, zh: '做成了。', en: 'Done.' };
}

async function rehearse(
  context: Context,
  input: JsonObject,
  instance: string,
  repair: Repair,
): Promise<OperationOutcome> {
  const operator = await operatorNamed(context, input);
  const preview = await context.database.read((tx) => previewRepair(context, tx, operator, instance, repair));
  const { refused, happens, faults, places } = preview;
  if (refused !== null) {
    const { zh, en } = wordsOf(new Refusal(refused, { count: faults.length }));
    const why = (language: 'zh' | 'en'): string => faults.map((fault) => `\n  ${fault[language]}`).join('');
    return { ok: false, zh: `${zh}${why('zh')}`, en: `${en}${why('en')}`, answer: { code: refused } };
  }
  const moves = places.map(({ title, toTitle }) => `\n  ${title} → ${toTitle}`).join('');
  const told = happens.filter(({ weight }) => weight === 'main');
  return {
    ok: true,
    zh: `可以做，什么也没有改。${moves}${told.map(({ zh }) => `\n  ${zh}`).join('')}`,
    en: `It can be done; nothing was changed.${told.map(({ en }) => `\n  ${en}`).join('')}`,
  };
}

/** @throws Refusal `person-unknown` when the account that is named is nobody's */
async function operatorNamed(context: Context, input: JsonObject): Promise<Operator> {
  const account = textIn(input['by']);
  if (account === '') return terminalOperator;
  return context.database.read(async (tx) => {
    const row = await readActorByAccount(tx, context.tenant, account, localDate(tx.now));
    if (!row) throw new Refusal('person-unknown');
    return operatorOf(actorOf(await context.releases.inForce(tx), row, ''));
  });
}

/** What came of it, or the words of its refusal. */
async function refusable(work: () => Promise<OperationOutcome>): Promise<OperationOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, ...wordsOf(error), answer: { code: error.code } };
  }
}

const others: { readonly [code: string]: { readonly zh: string; readonly en: string } } = {
  'person-unknown': { zh: '没有这个账号。请检查 --by。', en: 'There is no such account. Check --by.' },
  'area-unknown': {
    zh: '没有这个区域，或者不在管辖范围里。请检查 --area。',
    en: 'There is no such area within reach. Check --area.',
  },
  'not-permitted': {
    zh: '这个人没有处理流程的权限，没有做。',
    en: 'The person may not repair instances, so nothing was done.',
  },
};

function wordsOf({ code, details, problems }: Refusal): { readonly zh: string; readonly en: string } {
  const said = { ...others, ...repairRefusals }[code] ?? {
    zh: `不能做（${code}）。`,
    en: `It cannot be done (${code}).`,
  };
  const value = (name: string): string =>
    typeof details[name] === 'number' ? String(details[name]) : textIn(details[name]);
  const filled = (words: string): string => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name));
  return {
    zh: [filled(said.zh), ...problems.map(({ zh }) => zh)].join(''),
    en: [filled(said.en), ...problems.map(({ en }) => en)].join(' '),
  };
}
