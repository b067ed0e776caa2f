import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { StageLights } from '../ui/StageLights.tsx';
import { Block } from '../ui/phone/PhonePage.tsx';
import { useNow } from '../ui/use-now.ts';
import { untilWords } from './until-words.ts';
import type { UserTaskFile } from './use-user-task-entry.ts';
import '../ui/phone/task.css';

/** What the task is about: how urgent, what, which kind and number, where. */
export function TaskHead({ file }: { readonly file: UserTaskFile }): ReactElement {
  const texts = useText();
  const { pack, text } = texts;
  const now = useNow();
  const { light, lights, subject, chosen } = file;
  return (
    <Block>
      <div className="gl-task-head">
        {light !== null && (
          <div>
            <StageLights light={light} lights={lights} />
            {lights.length < 2 && <span className="quiet push">{untilWords(light, now, texts)}</span>}
          </div>
        )}
        <h2>{pack(subject.title)}</h2>
        <p className="quiet">
          {[subject.category === null ? '' : pack(subject.category), subject.number ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {chosen !== null && <p className="quiet">{text('user-task.chosen.says', { name: chosen.name })}</p>}
        <div className="gl-task-place">
          <Icon name="place" small />
          <span className="cut">{subject.place}</span>
          <span className="quiet push">{pack(subject.area.name)}</span>
        </div>
      </div>
    </Block>
  );
}
