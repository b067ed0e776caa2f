import type { ReactElement } from 'react';
import { useOfferedWork } from '../api/use-offered-work.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { OfferedWorkList } from '../ui/OfferedWorkList.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

/** 可办事项 beside a user task: what else may be begun in the matter now. */
export function TaskOffers({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const { text, pack } = useText();
  const say = useToast();
  const [instance = ''] = file.id.split('.');
  const { work, begin, busy, problem } = useOfferedWork(instance, file.offers);
  if (work.length === 0 && problem === null) return null;
  const beginOne = async (one: (typeof work)[number]): Promise<void> => {
    if (await begin(one)) say(text('offers.begun', { title: pack(one.title) }));
  };
  return (
    <Card title={text('offers')} count={text('count.entries', { count: work.length })}>
      <OfferedWorkList work={work} onBegin={(one) => void beginOne(one)} busy={busy} problem={problem} />
    </Card>
  );
}
