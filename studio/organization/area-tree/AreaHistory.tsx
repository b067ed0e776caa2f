import { type ReactElement, useState } from 'react';
import { localDate } from '../../../server/kernel/local-time.ts';
import type { AreaChange } from '../../../server/kernel/organization/area-changes.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { listAreaChanges } from '../../../server/http/contract/area-changes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Button } from '../../ui/Button.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { changesOf, takeBackChange } from './dated-changes.ts';
import type { Areas } from './edit-areas.ts';
import { SuccessorsDialog } from './SuccessorsDialog.tsx';

interface AreaHistoryProps {
  readonly all: Areas;
  readonly area: Area;
  readonly fixed: boolean;
  readonly onChange: (all: Areas) => void;
}

/** Since when and until when an area is there, and the changes it has a part in; one that is still to come can be taken out. */
export function AreaHistory({ all, area, fixed, onChange }: AreaHistoryProps): ReactElement {
  const { text } = useText();
  const [today] = useState(() => localDate(new Date().toISOString()));
  const [splitOf, setSplitOf] = useState<string | null>(null);
  const changes = changesOf(all, area.code);
  return (
    <PanelPart title={text('area-change.history')} aside={<Days area={area} />}>
      {changes.length === 0 && area.from === undefined && area.to === undefined && (
        <p className="quiet">{text('area-change.history.none')}</p>
      )}
      {changes.map((change) => (
        <div key={`${change.on} ${change.kind} ${change.from.join()}`} className="gl-area-change">
          <p>
            <ChangeSentence all={all} change={change} />
          </p>
          <LeftToDo change={change} onEach={() => setSplitOf(change.from[0] ?? null)} />
          {!fixed && change.on > today && (
            <Button kind="text" small onPress={() => onChange(takeBackChange(all, change))}>
              {text('area-change.take-back')}
            </Button>
          )}
        </div>
      ))}
      {splitOf !== null && <SuccessorsDialog area={splitOf} onClose={() => setSplitOf(null)} />}
    </PanelPart>
  );
}

/** What a published change has left to do: cases that are still open or to be divided, people nobody has arranged anew. */
function LeftToDo({
  change,
  onEach,
}: {
  readonly change: AreaChange;
  readonly onEach: () => void;
}): ReactElement | null {
  const { text, pack } = useText();
  const { data } = useAnswer(listAreaChanges, {});
  const found = data?.changes.find(
    ({ on, kind, from }) => on === change.on && kind === change.kind && from[0]?.code === change.from[0],
  );
  if (found === undefined)
    return change.kind === 'split' ? <p className="quiet">{text('area-change.each.later')}</p> : null;
  const names = found.toArrange.map(({ person, postTitle }) =>
    text('area-change.person-post', { person: person.name, post: pack(postTitle) }),
  );
  return (
    <>
      <p className="quiet">
        {found.openCases > 0 && <>{text('area-change.left', { count: found.openCases })} </>}
        {names.length > 0 && text('area-change.to-arrange', { names: names.join(text('list.comma')) })}
      </p>
      {change.kind === 'split' && found.openCases > 0 && (
        <Button kind="text" small onPress={onEach}>
          {text('area-change.each')}
        </Button>
      )}
    </>
  );
}

function Days({ area: { from, to } }: { readonly area: Area }): ReactElement {
  const { text } = useText();
  const days = [
    ...(from === undefined ? [] : [text('area-change.there', { from })]),
    ...(to === undefined ? [] : [text('area-change.until', { to })]),
  ];
  return <>{days.join(' ')}</>;
}

function ChangeSentence({ all, change }: { readonly all: Areas; readonly change: AreaChange }): ReactElement {
  const { text, pack } = useText();
  const names = (codes: readonly string[]): string =>
    codes.map((code) => pack(all.areas.find((area) => area.code === code)?.name ?? code)).join(text('list.comma'));
  return (
    <>
      {text(`area-change.say.${change.kind}`, {
        on: change.on,
        from: names(change.from),
        to: change.kind === 'rename' ? pack(change.name ?? '') : names(change.to),
      })}
    </>
  );
}
