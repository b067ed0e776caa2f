import type { ReactElement, ReactNode } from 'react';
import { useOfferedWork } from '../api/use-offered-work.ts';
import { useText } from '../translations/texts.ts';
import { OfferedWorkList } from '../ui/OfferedWorkList.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { CaseFile } from './CasePage.tsx';

interface CaseOffersProps {
  readonly file: CaseFile;
  /** What stands around the list at this door. */
  readonly around: (title: string, count: string, list: ReactNode) => ReactElement;
}

/** 可办事项: what may be begun in the case now. Nothing, where nothing can be. */
export function CaseOffers({ file, around }: CaseOffersProps): ReactElement | null {
  const { text, pack } = useText();
  const say = useToast();
  const { process } = file;
  const { work, begin, busy, problem } = useOfferedWork(process.instance, process.offers && file.status === 'open');
  if (work.length === 0 && problem === null) return null;
  const beginOne = async (one: (typeof work)[number]): Promise<void> => {
    if (await begin(one)) say(text('offers.begun', { title: pack(one.title) }));
  };
  return around(
    text('offers'),
    text('count.entries', { count: work.length }),
    <OfferedWorkList work={work} onBegin={(one) => void beginOne(one)} busy={busy} problem={problem} />,
  );
}
