import { type ComponentProps, type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../translations/texts.ts';
import { Icon } from '../../Icon.tsx';
import './choice-list.css';

export interface InlineOption {
  readonly id: string;
  readonly title: string;
  /** Said quietly under the title. */
  readonly more?: string;
  /** Options of the same group stand below its name. */
  readonly group?: string;
}

interface ChoiceListProps {
  readonly label: string;
  readonly options: readonly InlineOption[];
  readonly chosen: readonly string[];
  readonly several: boolean;
  readonly onChoose: (id: string) => void;
  /** The list is done with: Escape, Tab, or Enter where several may be chosen. */
  readonly onLeave: () => void;
}

/** From this many on there is a box to search in. */
const MANY = 9;

/**
 * A list to choose from, after the listbox pattern of WAI-ARIA: arrows, Home and End move, Enter and the space bar
 * choose, typing searches when there are many.
 */
export function ChoiceList(props: ChoiceListProps): ReactElement {
  const { label, options, chosen, several, onChoose } = props;
  const { text } = useText();
  const { id, shown, at, isSearched, words, search, point, keyboard } = useChoosing(props);
  return (
    <div className="gl-choices">
      {isSearched && (
        <SearchBox keyboard={keyboard} list={`${id}-list`} count={options.length} words={words} onChange={search} />
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={several}
        tabIndex={isSearched ? -1 : 0}
        {...(isSearched ? {} : keyboard)}
      >
        {shown.map((option, nth) => (
          <OptionLine
            key={option.id}
            id={`${id}-${nth}`}
            option={option}
            active={nth === at}
            chosen={chosen.includes(option.id)}
            group={option.group === shown[nth - 1]?.group ? undefined : option.group}
            onPoint={() => point(nth)}
            onChoose={() => onChoose(option.id)}
          />
        ))}
        {shown.length === 0 && <p className="quiet">{text('sentence.none')}</p>}
      </div>
    </div>
  );
}

/** Which option the keyboard is at, and what the search leaves; `keyboard` belongs on whatever has the focus. */
function useChoosing({ label, options, chosen, several, onChoose, onLeave }: ChoiceListProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const shown = options.filter(({ title, more = '' }) => `${title}${more}`.includes(words.trim()));
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => chosen.includes(option.id)),
    ),
  );
  const place = useRef<HTMLInputElement & HTMLDivElement>(null);
  const at = Math.min(active, shown.length - 1);
  const isSearched = options.length >= MANY;
  useEffect(() => {
    place.current?.focus();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event, at, shown.length, isSearched);
    if (action === null) return;
    event.preventDefault();
    if (action === 'leave' || (action === 'choose' && several && event.key === 'Enter')) onLeave();
    else if (action !== 'choose') setActive(action);
    else if (shown[at] !== undefined) onChoose(shown[at].id);
  };
  const search = (wanted: string): void => {
    setWords(wanted);
    setActive(0);
  };
  const spoken = { 'aria-activedescendant': shown.length === 0 ? undefined : `${id}-${at}`, 'aria-label': label };
  return { id, shown, at, isSearched, words, search, point: setActive, keyboard: { ref: place, onKeyDown, ...spoken } };
}

interface SearchBoxProps {
  readonly keyboard: ComponentProps<'input'>;
  /** Id of the list it searches. */
  readonly list: string;
  readonly count: number;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

function SearchBox({ keyboard, list, count, words, onChange }: SearchBoxProps): ReactElement {
  const { text } = useText();
  return (
    <input
      {...keyboard}
      className="gl-input"
      role="combobox"
      aria-expanded="true"
      aria-controls={list}
      aria-autocomplete="list"
      placeholder={text('sentence.search', { count })}
      value={words}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface OptionLineProps {
  readonly id: string;
  readonly option: InlineOption;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly group: string | undefined;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function OptionLine({ id, option, active, chosen, group, onPoint, onChoose }: OptionLineProps): ReactElement {
  return (
    <>
      {group !== undefined && <p className="gl-choices-group quiet">{group}</p>}
      {/* Never focused: the keyboard is with the list, which says by aria-activedescendant where it is. */}
      <button
        type="button"
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        className={active ? 'gl-choice gl-choice-active' : 'gl-choice'}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={onPoint}
        onClick={onChoose}
      >
        <span>
          {option.title}
          {option.more !== undefined && <span className="quiet">{option.more}</span>}
        </span>
        {chosen && <Icon name="check" small />}
      </button>
    </>
  );
}

/** What a key means in a list of `count` options that stands at `at`; null when it means nothing. */
function keyAction(
  { key }: KeyboardEvent,
  at: number,
  count: number,
  isSearched: boolean,
): 'leave' | 'choose' | number | null {
  if (key === 'Escape' || key === 'Tab') return 'leave';
  if (key === 'Enter' || (key === ' ' && !isSearched)) return 'choose';
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (isSearched) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
