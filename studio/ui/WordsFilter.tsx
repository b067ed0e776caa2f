import { type ReactElement, useEffect, useRef, useState } from 'react';
import { SearchInput } from './TextInput.tsx';

const PAUSE = 350;

interface WordsFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search box of a list: looks after a pause in typing, or at once with Enter. */
export function WordsFilter({ label, value, onChange }: WordsFilterProps): ReactElement {
  const [words, setWords] = useState(value);
  const asked = useRef(value);
  const ask = (wanted: string): void => {
    if (wanted === asked.current) return;
    asked.current = wanted;
    onChange(wanted);
  };
  useEffect(() => {
    // The address changed under us: the way back, or a filter taken off.
    if (value === asked.current) return;
    asked.current = value;
    setWords(value);
  }, [value]);
  useEffect(() => {
    const bell = setTimeout(() => ask(words.trim()), PAUSE);
    return () => clearTimeout(bell);
  });
  return <SearchInput label={label} value={words} onChange={setWords} onSubmit={(wanted) => ask(wanted.trim())} />;
}
