import { type ReactElement, useState } from 'react';
import { localDate } from '../../../server/kernel/local-time.ts';
import { isThere } from '../../../server/kernel/organization/area-changes.ts';
import { useText } from '../../translations/texts.ts';
import '../../ui/desktop/editor/definition-list.css';
import { SearchInput } from '../../ui/TextInput.tsx';
import { type Areas, areaLevels } from './edit-areas.ts';

interface AreaTreeListProps {
  readonly all: Areas;
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

const SHOWN = 60;

/** How many areas of each level there are; a search finds one by name or code. */
export function AreaTreeList({ all, chosen, onChoose }: AreaTreeListProps): ReactElement {
  const { text, pack } = useText();
  const [words, setWords] = useState('');
  const [today] = useState(() => localDate(new Date().toISOString()));
  const sought = words.trim();
  const found = all.areas.filter(({ name, code }) => `${name} ${pack(name)} ${code}`.includes(sought));
  return (
    <nav className="gl-definitions" aria-label={text('areas.find')}>
      <SearchInput label={text('areas.find')} value={words} onChange={setWords} />
      {sought === '' ? (
        <ul className="gl-area-counts">
          {areaLevels.map((level) => (
            <li key={level}>
              <span>{text(`area-type.${level}`)}</span>
              <span className="quiet">
                {all.areas.filter((area) => area.type === level && isThere(area, today)).length}
              </span>
            </li>
          ))}
          <li>
            <span>{text('units.title')}</span>
            <span className="quiet">{all.units?.length ?? 0}</span>
          </li>
        </ul>
      ) : (
        <ul className="gl-area-found">
          {found.slice(0, SHOWN).map(({ code, name }) => (
            <li key={code}>
              <button type="button" aria-current={code === chosen} onClick={() => onChoose(code)}>
                {pack(name)}
              </button>
            </li>
          ))}
          {found.length > SHOWN && <li className="quiet">{text('areas.find.more', { count: found.length })}</li>}
          {found.length === 0 && <li className="quiet">{text('list.nothing-found')}</li>}
        </ul>
      )}
    </nav>
  );
}
