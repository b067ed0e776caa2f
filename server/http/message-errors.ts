import { type CatalogueEntry, said } from './said.ts';

/** What may be wrong with messages and signals from outside. */
export const messageErrors = {
  'message-unknown': said(
    422,
    '没有哪个流程在等「{name}」，也没有流程由它开始，没有收下。请核对名称，或先发布用到它的流程。',
    'No process waits for "{name}" or begins by it, so it was not accepted. Check the name, or publish the process that uses it first.',
  ),
  'variables-personal': said(
    422,
    '变量里有 {count} 处个人信息，没有收下。请按下面的说明改成编号再发。',
    'The variables hold personal data in {count} places and were not accepted. Send references instead, as told below.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
