import type { ReactElement, ReactNode } from 'react';
import { readCase } from '../../server/http/contract/cases.ts';
import { useReading } from '../api/use-reading.ts';
import { useText } from '../translations/texts.ts';
import { positionWords } from '../ui/holder-names.ts';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import type { CaseFile } from './CasePage.tsx';
import './case-informed.css';

interface CaseInformedProps {
  readonly file: CaseFile;
  readonly now: string;
  readonly around: (title: string, count: string, list: ReactNode) => ReactElement;
}

/** 抄送: who was told, and who has read it. Whoever opens the case has read what they were told of it. */
export function CaseInformed({ file, now, around }: CaseInformedProps): ReactElement | null {
  const texts = useText();
  const { text, pack } = texts;
  const mine = file.informed.filter(({ unreadByMe }) => unreadByMe).map(({ id }) => id);
  useReading(mine, readCase);
  if (file.informed.length === 0) return null;
  const read = file.informed.filter(({ readBy }) => readBy.length > 0).length;
  const count = text('case.informed.count', { read, all: file.informed.length });
  return around(
    text('case.informed'),
    count,
    <ul className="gl-case-informed">
      {file.informed.map(({ id, at, title, position, readBy }) => (
        <li key={id}>
          <div>
            {positionWords(position, texts)}
            <p className="quiet">
              {pack(title)} · {columnTime(at, now)}
            </p>
          </div>
          <div className="gl-case-informed-read">
            <Tag tone={readBy.length > 0 ? 'ok' : 'accent'}>
              {text(readBy.length > 0 ? 'case.informed.read' : 'case.informed.unread')}
            </Tag>
            {readBy.length > 0 && (
              <p className="quiet">
                {readBy
                  .map(({ person, at: when }) =>
                    text('case.informed.by', { name: person.name, at: columnTime(when, now) }),
                  )
                  .join(text('list.comma'))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>,
  );
}
