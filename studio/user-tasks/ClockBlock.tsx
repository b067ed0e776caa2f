import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Block } from '../ui/phone/PhonePage.tsx';
import { ClockCard, SignFor } from './ClockCard.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

/** 签收 on the phone: first of all, as long as somebody waits for it. */
export function SignForBlock({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  if (!file.may.signFor && !file.may.firstResponse) return null;
  return (
    <Block>
      <SignFor file={file} />
    </Block>
  );
}

/** The clocks of a step on the phone. */
export function ClockBlock({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const { text } = useText();
  if (file.clocks.length === 0 && file.requests.length === 0) return null;
  return (
    <Block>
      <h2>{text('clocks')}</h2>
      <ClockCard file={file} />
    </Block>
  );
}
