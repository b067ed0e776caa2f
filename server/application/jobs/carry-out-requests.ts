import type { Request } from '../../kernel/jobs/job-handler.ts';
import type { Command } from '../../kernel/bpmn/commands.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { archiveCase, recordCaseFacts } from '../../database/cases.ts';
import { postLetter } from '../../database/inbox.ts';
import { insertActionItem } from '../../database/meetings.ts';
import type { InstanceView } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { correlation } from '../observing/correlation.ts';
import { sendNotification } from '../notifications/send-notification.ts';
import type { InboxCommand } from '../process-instances/outgoing-commands.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * Carries out what a job's handler asked for, in the transaction that completes the job: it happens once or not at all.
 *
 * @param instance the instance the job belongs to
 */
export async function carryOutRequests(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  instance: InstanceView,
  requests: readonly Request[],
): Promise<void> {
  for (const request of requests) await carryOut(context, tx, release, instance, request);
}

async function carryOut(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  instance: InstanceView,
  request: Request,
): Promise<void> {
  const { subjectKind, subjectId } = instance;
  switch (request.do) {
    case 'notify':
      await sendNotification(context, tx, {
        id: uuidv7(),
        post: request.to.post,
        area: request.to.area,
        person: null,
        notice: request.notice,
        title: request.title,
        text: request.text,
        subjectKind,
        subjectId,
        instance: instance.id,
        sentBy: null,
      });
      return;
    case 'reassign-user-task': {
      const { userTask: task, scope, to } = request;
      const command: Command = {
        type: 'reassign-user-task',
        task,
        scope,
        to,
        because: 'overdue',
        by: { system: 'ladder' },
      };
      await postLetter(tx, context.tenant, request.instance, uuidv7(), command, correlation());
      return;
    }
    case 'start-action-item':
      await startActionItem(context, tx, release, instance, request);
      return;
    case 'archive-case':
      if (subjectKind === 'case' && subjectId) await archiveCase(tx, context.tenant, subjectId);
      return;
    case 'record-facts':
      if (subjectKind === 'case' && subjectId) await recordCaseFacts(tx, context.tenant, subjectId, request.facts);
  }
}

/** The item's process begins through the inbox: a command of its own, for an instance of its own (law 3). */
async function startActionItem(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  meeting: InstanceView,
  request: Extract<Request, { do: 'start-action-item' }>,
): Promise<void> {
  const { process, ordinal, title, post, area, limit } = request;
  const id = uuidv7();
  const instance = uuidv7();
  await insertActionItem(tx, context.tenant, {
    id,
    meeting: meeting.subjectId ?? '',
    ordinal,
    title,
    post,
    area,
    instance,
  });
  const command: InboxCommand = {
    type: 'create-instance',
    by: { system: 'schedule' },
    variables: { item: { id, title, post, area, limit, meeting: meeting.subjectId } },
    beginning: {
      process,
      manifestHash: release.hash,
      subjectKind: 'action-item',
      subjectId: id,
      hostInstance: null,
      hostTask: null,
      hostScope: null,
      area,
    },
  };
  await postLetter(tx, context.tenant, instance, uuidv7(), command, correlation());
}
