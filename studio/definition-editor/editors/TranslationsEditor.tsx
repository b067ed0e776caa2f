import { type ReactElement, useMemo, useState } from 'react';
import { pointerOf } from '../../../server/kernel/forms/json-pointer.ts';
import { without } from '../../../server/kernel/forms/schema-node.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchInput } from '../../ui/TextInput.tsx';
import type { EditorProps } from '../editor-props.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { PlaceholderText } from '../parts/PlaceholderText.tsx';
import { placeholderNames, placeholderTitle, wordedTitle } from '../placeholder-words.ts';
import { visibleTexts } from '../visible-texts.ts';

/** As many lines are drawn at once; a search finds the rest. */
const SHOWN = 200;

/** Chinese at the left, English at the right; what has no English yet stands first. */
export function TranslationsEditor({ json, onChange, definitions, fixed }: EditorProps): ReactElement {
  const { text } = useText();
  const [words, setWords] = useState('');
  const lines = useTranslationLines(json, definitions);
  const found = lines.filter(({ chinese, english }) =>
    `${chinese} ${english}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <EditorSheet>
      <SheetPart title={text('definition.translations')} note={text('definition.translations.note')}>
        <SearchInput label={text('definition.translations.search')} value={words} onChange={setWords} />
        <table className="gl-translations">
          <thead>
            <tr>
              <th scope="col">{text('definition.translations.chinese')}</th>
              <th scope="col">{text('definition.translations.english')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((line) => (
              <TranslationRow key={line.chinese} {...{ json, onChange, fixed, line }} />
            ))}
          </tbody>
        </table>
        {found.length > SHOWN && (
          <p className="quiet">{text('definition.translations.more', { count: found.length - SHOWN })}</p>
        )}
      </SheetPart>
    </EditorSheet>
  );
}

interface TranslationRowProps extends Pick<EditorProps, 'json' | 'onChange' | 'fixed'> {
  readonly line: TranslationLine;
}

function TranslationRow({ json, onChange, fixed, line }: TranslationRowProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { chinese, english, state } = line;
  return (
    <tr data-path={pointerOf([chinese])}>
      <th scope="row">
        {wordedTitle(chinese, texts)}
        {state !== 'known' && (
          <span className={state === 'missing' ? 'gl-late' : 'quiet'}>{text(`definition.translations.${state}`)}</span>
        )}
      </th>
      <td>
        {fixed ? (
          wordedTitle(english, texts)
        ) : (
          <EnglishBox
            line={line}
            onChange={(next) => onChange(next === '' ? without(json, chinese) : { ...json, [chinese]: next })}
          />
        )}
      </td>
      <td>
        {!fixed && state === 'unused' && (
          <Button kind="text" small onPress={() => onChange(without(json, chinese))}>
            {text('definition.take-away')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Where the English is written; what the Chinese fills in later can be put into it as chips. */
function EnglishBox({
  line: { chinese, english },
  onChange,
}: {
  readonly line: TranslationLine;
  readonly onChange: (english: string) => void;
}): ReactElement {
  const texts = useText();
  const label = texts.text('definition.translations.of', { chinese: wordedTitle(chinese, texts) });
  const names = placeholderNames(chinese);
  if (names.length > 0)
    return (
      <PlaceholderText
        label={label}
        value={english}
        onChange={onChange}
        placeholders={names.map((name) => ({ name, title: placeholderTitle(name, texts) }))}
        fixed={false}
      />
    );
  return (
    <input
      className="gl-input"
      aria-label={label}
      lang="en"
      value={english}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** How many texts have their English. */
export function TranslationsPanel({ json, definitions }: EditorProps): ReactElement {
  const { text } = useText();
  const lines = useTranslationLines(json, definitions);
  const count = (state: TranslationLine['state']): number => lines.filter((line) => line.state === state).length;
  return (
    <PanelPart title={text('definition.translations.facts')}>
      <p>{text('definition.translations.counts', { known: count('known'), missing: count('missing') })}</p>
      <p className="quiet">{text('definition.translations.who')}</p>
    </PanelPart>
  );
}

interface TranslationLine {
  readonly chinese: string;
  readonly english: string;
  /** `unused`: nobody says the Chinese any more. */
  readonly state: 'missing' | 'known' | 'unused';
}

/** Which texts were missing when the editor was opened stay first, so that a line does not run away while it is written. */
function useTranslationLines(
  json: EditorProps['json'],
  definitions: EditorProps['definitions'],
): readonly TranslationLine[] {
  const [first] = useState(() => new Set(Object.keys(json)));
  const texts = useMemo(() => visibleTexts(definitions), [definitions]);
  return useMemo(() => {
    const inherited = definitions.english;
    const wanted = texts.filter((chinese) => json[chinese] !== undefined || inherited[chinese] === undefined);
    const used = new Set(texts);
    const line = (chinese: string): TranslationLine => ({
      chinese,
      english: typeof json[chinese] === 'string' ? json[chinese] : '',
      state: json[chinese] === undefined ? 'missing' : used.has(chinese) ? 'known' : 'unused',
    });
    const rest = Object.keys(json).filter((chinese) => !used.has(chinese));
    return [
      ...wanted.filter((chinese) => !first.has(chinese)),
      ...rest,
      ...wanted.filter((chinese) => first.has(chinese)),
    ].map(line);
  }, [texts, json, definitions, first]);
}
