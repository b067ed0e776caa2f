import type { ReactElement } from 'react';
import { FootHint } from './FootHint.tsx';

interface SendHintProps {
  /** What is still missing; pressing it goes there. */
  readonly missing: string | null;
  readonly onPress: () => void;
  /** Who will get it, while that can be said. */
  readonly says: string | null;
  /** What is said otherwise. */
  readonly otherwise?: string;
}

/** The one line above the button that sends: what is missing, else who will get it. */
export function SendHint({ missing, onPress, says, otherwise }: SendHintProps): ReactElement | null {
  if (missing !== null) return <FootHint words={missing} onPress={onPress} />;
  const words = says ?? otherwise;
  return words === undefined ? null : <FootHint words={words} />;
}
