import { type ReactElement, useEffect, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { piecesOf, type TextPiece } from './text-pieces.ts';

interface PlaceholderTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What can be filled in: its name in the text and what people call it. */
  readonly placeholders: readonly { readonly name: string; readonly title: string }[];
  readonly fixed: boolean;
}

/**
 * A text in which what is filled in later stands as a chip among the words. The box is the browser's own
 * (contenteditable): caret, selection and Chinese input methods are its business; we only draw what came from outside
 * and read back what stands there.
 */
export function PlaceholderText(props: PlaceholderTextProps): ReactElement {
  const { label, value, onChange, placeholders, fixed } = props;
  const { text } = useText();
  const box = useRef<HTMLDivElement>(null);
  const titleOf = (name: string): string => placeholders.find((one) => one.name === name)?.title ?? name;
  useEffect(() => {
    const element = box.current;
    if (element !== null && readBox(element) !== value) drawBox(element, piecesOf(value), titleOf);
  });
  const insert = (name: string): void => {
    const element = box.current;
    if (element === null) return;
    putAtCaret(element, chipFor(name, titleOf(name)));
    onChange(readBox(element));
  };
  return (
    <div className="gl-field gl-placeholder-text">
      <div
        ref={box}
        className="gl-input gl-placeholder-box"
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        aria-readonly={fixed}
        tabIndex={0}
        contentEditable={!fixed}
        suppressContentEditableWarning
        onInput={({ currentTarget }) => onChange(readBox(currentTarget))}
        onPaste={(event) => {
          event.preventDefault();
          putAtCaret(event.currentTarget, document.createTextNode(event.clipboardData.getData('text/plain')));
          onChange(readBox(event.currentTarget));
        }}
        onKeyDown={(event) => {
          // A notice is one paragraph; the browser would make elements of lines.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {!fixed && (
        <div className="gl-placeholder-choices" role="group" aria-label={text('definition.notice.insert')}>
          <span className="quiet">{text('definition.notice.insert')}</span>
          {placeholders.map(({ name, title }) => (
            <Button
              key={name}
              small
              label={text('definition.notice.insert-one', { title })}
              onPress={() => insert(name)}
            >
              <Icon name="plus" small />
              {title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function drawBox(box: HTMLElement, pieces: readonly TextPiece[], titleOf: (name: string) => string): void {
  box.replaceChildren(
    ...pieces.map((piece) =>
      piece.kind === 'words' ? document.createTextNode(piece.text) : chipFor(piece.name, titleOf(piece.name)),
    ),
  );
}

function chipFor(name: string, title: string): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'gl-placeholder-chip';
  chip.contentEditable = 'false';
  chip.dataset['name'] = name;
  chip.textContent = title;
  return chip;
}

/** What stands in the box: words, and chips by their names in braces. */
function readBox(box: HTMLElement): string {
  return [...box.childNodes]
    .map((node) => {
      if (node instanceof HTMLElement && node.dataset['name'] !== undefined) return `{${node.dataset['name']}}`;
      return (node.textContent ?? '').replaceAll(/\s*\n\s*/g, ' ');
    })
    .join('');
}

/** Puts something where the caret is, or at the end when it is elsewhere; the caret stands behind it afterwards. */
function putAtCaret(box: HTMLElement, node: Node): void {
  const selection = window.getSelection();
  if (selection === null) return;
  const inside = selection.rangeCount > 0 && box.contains(selection.anchorNode);
  const range = inside ? selection.getRangeAt(0) : document.createRange();
  if (!inside) {
    range.selectNodeContents(box);
    range.collapse(false);
  }
  range.deleteContents();
  range.insertNode(node);
  range.setStartAfter(node);
  range.collapse(true);
  selection.removeAllRanges();
  selection.addRange(range);
  box.focus();
}
