import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { RungList } from '../ui/RungList.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import type { CaseFile } from './CasePage.tsx';

type Ladder = NonNullable<CaseFile['ladder']>;
type Rung = Ladder['rungs'][number];

interface CaseLadderProps {
  readonly ladder: Ladder;
  readonly closed: boolean;
  /** The person may send it up now, without waiting for a rung. */
  readonly mayActNow: boolean;
  readonly now: string;
}

/** What happens when nobody acts: each rung says when, to whom, and who is told. It never closes a case. */
export function CaseLadder({ ladder, closed, mayActNow, now }: CaseLadderProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <Card title={text('ladder')} aside={mayActNow ? text('ladder.now') : pack(ladder.title)}>
      <RungList
        rungs={ladder.rungs.map((rung) => ({
          title: pack(rung.title),
          more: whoOf(rung, texts),
          says: whenOf(rung, closed, now, texts),
          mark: (
            <Tag tone={rung.done ? 'late' : 'quiet'}>
              {text(rung.done ? 'rung.done' : closed ? 'rung.never' : 'rung.not-yet')}
            </Tag>
          ),
          done: rung.done,
        }))}
      />
    </Card>
  );
}

function whoOf({ to, told }: Rung, texts: Texts): string {
  const { text, pack } = texts;
  const names = told.map(pack).join(text('list.comma'));
  if (to === null) return names === '' ? '' : text('rung.told', { names });
  return names === '' ? positionWords(to, texts) : text('rung.to-and-told', { to: positionWords(to, texts), names });
}

function whenOf({ at, to, done }: Rung, closed: boolean, now: string, texts: Texts): string {
  const { text } = texts;
  if (at === null) return text(closed && !done ? 'rung.closed-before' : 'rung.after-before');
  const when = momentWords(at, now, texts);
  if (done) return text(to === null ? 'rung.has-told' : 'rung.has-moved', { at: when });
  if (closed) return text('rung.closed-before');
  return text(to === null ? 'rung.will-tell' : 'rung.will-move', { at: when });
}
