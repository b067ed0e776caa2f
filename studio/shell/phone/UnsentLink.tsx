import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import './unsent-link.css';

/** How much is unsent, always in sight: in the head of a page, or as a strip under the head of 今日. */
export function UnsentLink({
  person,
  asStrip = false,
}: {
  readonly person: string;
  readonly asStrip?: boolean;
}): ReactElement | null {
  const { text } = useText();
  const { items, sending } = useOutbox(person);
  const count = items?.length ?? 0;
  if (count === 0) return null;
  const refused = items?.filter(({ state }) => state === 'refused').length ?? 0;
  const look = refused > 0 ? ' gl-unsent-refused' : '';
  if (!asStrip) {
    return (
      <Link href="/unsent" className={`gl-unsent-short${look}`}>
        <Icon name="upload" small />
        {text(sending ? 'unsent.sending-short' : 'unsent.short', { count })}
      </Link>
    );
  }
  return (
    <Link href="/unsent" className={`gl-unsent-strip${look}`}>
      <Icon name="upload" small />
      <b>
        {refused > 0
          ? text('unsent.refused', { count: refused })
          : text(sending ? 'unsent.sending' : 'unsent.strip', { count })}
      </b>
      <span>{text('look')}</span>
      <Icon name="next" small />
    </Link>
  );
}
