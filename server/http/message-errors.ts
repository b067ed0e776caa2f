import { type CatalogueEntry, said } from './said.ts';

/** What may be wrong with messages and signals from outside. */
export const messageErrors = {
  'message-unknown': said(
    422,
    '没有哪个流程在等「{name}」，也没有流程由它开始，没有收下。请核对名称，或先发布用到它的流程。',
    'No process waits for "{name}" or begins by it, so it was not accepted. Check the name, or publish the process that uses it first.',
  ),
  'message-not-yours': said(
    403,
    '这个系统没有被允许发送「{name}」，没有收下。请找管理员添上这个消息，再用新令牌发。',
    'This system was not let in for the message "{name}", so it was not accepted. Ask an administrator to allow it, and use the new token.',
  ),
  'message-id-reused': said(
    409,
    '编号「{id}」已经用来发过另一条消息，这条没有收下。请给每条消息一个自己的编号；重发时内容要一样。',
    'The id "{id}" was used for another message before, so this one was not accepted. Give each message an id of its own, and repeat it unchanged.',
  ),
  'variables-personal': said(
    422,
    '变量里有 {count} 处个人信息，没有收下。请按下面的说明改成编号再发。',
    'The variables hold personal data in {count} places and were not accepted. Send references instead, as told below.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
