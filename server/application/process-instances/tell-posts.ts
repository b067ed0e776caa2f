import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { toldText, toldTitle } from '../../kernel/cases/told-words.ts';
import type { NewInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { sendNotification } from '../notifications/send-notification.ts';
import { uuidv7 } from '../uuid.ts';

/** Tells the positions that a step lets know of its user tasks (抄送), in the step's own commit. */
export async function tellPosts(
  context: Context,
  tx: Transaction,
  instance: string,
  { subjectKind, subjectId }: Pick<NewInstance, 'subjectKind' | 'subjectId'>,
  process: ExecutableProcess,
  effects: readonly Effect[],
): Promise<void> {
  for (const effect of effects) {
    if (effect.do !== 'tell-posts') continue;
    const title = toldTitle(process, effect.element);
    for (const { post, area } of effect.positions)
      await sendNotification(context, tx, {
        id: uuidv7(),
        post,
        area,
        person: null,
        notice: 'told',
        title,
        text: toldText,
        subjectKind,
        subjectId,
        instance,
        sentBy: null,
      });
  }
}
