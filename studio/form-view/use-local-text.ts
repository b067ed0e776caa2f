import { useContext, useEffect, useRef, useState } from 'react';
import type { Json } from '../../server/kernel/json.ts';
import { useFieldControl } from './field-control.ts';
import { EditsContext } from './pending-edits.ts';

/** A pause this long hands on what was typed; with 200 fields a whole form is not drawn for every key. */
const PAUSE = 300;

interface LocalText {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Hands on at once: on blur, on Enter. */
  readonly settle: () => void;
}

/**
 * A text that lives in its control while it is typed, and is handed to the form when somebody pauses or leaves.
 *
 * @param value the text as the form has it
 * @param parse what the form gets for a text; undefined for none
 */
export function useLocalText(
  value: string,
  parse: (text: string) => string | number | undefined,
  onChange: (value: Json | undefined) => void,
): LocalText {
  const { path, pointer } = useFieldControl();
  const edits = useContext(EditsContext);
  const [text, setText] = useState(value);
  const handed = useRef(value);
  const bell = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // "1." is handed on as 1 and comes back as "1": somebody is still typing.
    if (value === String(parse(handed.current) ?? '')) return;
    handed.current = value;
    setText(value);
  }, [value, parse]);
  useEffect(
    () => () => {
      clearTimeout(bell.current);
      edits.drop(pointer);
    },
    [edits, pointer],
  );

  const hand = (next: string): void => {
    clearTimeout(bell.current);
    edits.drop(pointer);
    if (next === handed.current) return;
    handed.current = next;
    onChange(parse(next));
  };
  return {
    text,
    type: (next) => {
      setText(next);
      edits.put(path, parse(next));
      clearTimeout(bell.current);
      bell.current = setTimeout(() => {
        hand(next);
      }, PAUSE);
    },
    settle: () => {
      hand(text);
    },
  };
}
