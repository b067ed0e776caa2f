import type { ReactElement } from 'react';
import { chooseSuccessor, listAreaChanges, listSuccessorChoices } from '../../../server/http/contract/area-changes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { waitingFor } from '../../api/waiting-for.ts';
import { useText } from '../../translations/texts.ts';
import { DialogFrame } from '../../ui/desktop/DialogBox.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { Waiting } from '../../ui/Waiting.tsx';

/** The open cases of a split area, one by one: to which part each goes. What is chosen here holds at once, not in a draft. */
export function SuccessorsDialog({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const choices = useAnswer(listSuccessorChoices, { params: { area } });
  const command = useCommand(chooseSuccessor, [listSuccessorChoices, listAreaChanges]);
  const { data } = choices;
  return (
    <DialogFrame title={text('area-change.each')} width={720} onClose={onClose}>
      <div className="gl-dialog">
        <p className="quiet">{text('area-change.each.at-once')}</p>
        {command.problem !== null && <ErrorNote problem={command.problem} />}
        {data === undefined && <Waiting {...waitingFor(choices)} lines={4} />}
        {data?.cases.length === 0 && (
          <EmptyState title={text('area-change.preview.no-cases')} next={text('area-change.each.none')} />
        )}
        {data !== undefined && data.cases.length > 0 && (
          <>
            <p className="quiet">
              {text('area-change.each.count', { count: data.total, time: momentWords(data.asOf, now, texts) })}
            </p>
            <ul className="gl-area-choices">
              {data.cases.map(({ id, number, title, place, holder, goesTo }) => (
                <li key={id}>
                  <span>
                    <b>{title}</b>{' '}
                    <span className="quiet">
                      {number} {place} {holder !== null && pack(holder.postTitle)}
                    </span>
                  </span>
                  <InlineChoice
                    label={text('area-change.each.to', { title })}
                    value={goesTo.code}
                    options={data.parts.map(({ code, name }) => ({ id: code, title: pack(name) }))}
                    onChange={(to) => void command.run({ params: { case: id }, body: { area: to } })}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </DialogFrame>
  );
}
