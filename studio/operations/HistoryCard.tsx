import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { CheckInput } from '../ui/CheckInput.tsx';
import { StoryByDay, type StoryLine } from '../ui/StoryList.tsx';
import type { InstanceFile } from './InstancePage.tsx';

/** Everything that has happened to the instance, as sentences; bookkeeping only when it is asked for. */
export function HistoryCard({ file }: { readonly file: InstanceFile }): ReactElement {
  const { text } = useText();
  const [whole, setWhole] = useState(false);
  const shown = file.history.filter(({ weight }) => whole || weight === 'main');
  return (
    <Card
      title={text('instance.history')}
      count={text('instance.history.count', { shown: shown.length, total: file.history.length })}
      aside={<CheckInput label={text('instance.history.whole')} value={whole} onChange={setWhole} />}
    >
      <StoryByDay now={file.asOf} story={asStory(shown)} />
    </Card>
  );
}

/** Lines of a history as stories are shown. */
export function asStory(history: InstanceFile['history']): readonly StoryLine[] {
  return history.map(({ at, zh, en, seq }) => ({
    at,
    zh,
    en,
    kind: String(seq),
    person: null,
    lines: [],
    photos: [],
  }));
}
