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
  const box = useRef<HTMLDivElement>(null);
  // Pressing a button takes the keyboard out of the box; what it inserts goes where the caret was.
  const caret = useRef<Range | null>(null);
  const titleOf = (name: string): string => placeholders.find((one) => one.name === name)?.title ?? name;
  useEffect(() => {
    const element = box.current;
    if (element !== null && readBox(element) !== value) drawBox(element, piecesOf(value), titleOf);
  });
  const put = (node: Node): void => {
    if (box.current === null) return;
    putAtCaret(box.current, caret.current, node);
    onChange(readBox(box.current));
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
        onClick={({ currentTarget }) => leaveChip(currentTarget)}
        onBlur={({ currentTarget }) => {
          caret.current = caretIn(currentTarget);
        }}
        onInput={({ currentTarget }) => onChange(readBox(currentTarget))}
        onPaste={(event) => {
          event.preventDefault();
          caret.current = caretIn(event.currentTarget);
          put(document.createTextNode(event.clipboardData.getData('text/plain')));
        }}
        onKeyDown={(event) => {
          // A notice is one paragraph; the browser would make elements of lines.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {!fixed && <InsertButtons placeholders={placeholders} onInsert={(name) => put(chipFor(name, titleOf(name)))} />}
    </div>
  );
}

function InsertButtons({
  placeholders,
  onInsert,
}: Pick<PlaceholderTextProps, 'placeholders'> & { readonly onInsert: (name: string) => void }): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-placeholder-choices" role="group" aria-label={text('definition.notice.insert')}>
      <span className="quiet">{text('definition.notice.insert')}</span>
      {placeholders.map(({ name, title }) => (
        <Button key={name} small label={text('definition.notice.insert-one', { title })} onPress={() => onInsert(name)}>
          <Icon name="plus" small />
          {title}
        </Button>
      ))}
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

/** Where the caret is in the box; null when it is elsewhere. */
function caretIn(box: HTMLElement): Range | null {
  const selection = window.getSelection();
  const inside = selection !== null && selection.rangeCount > 0 && box.contains(selection.anchorNode);
  return inside ? selection.getRangeAt(0).cloneRange() : null;
}

/** Puts something where the caret was, or at the end when it was nowhere; the caret stands behind it afterwards. */
function putAtCaret(box: HTMLElement, caret: Range | null, node: Node): void {
  const range = caret !== null && box.contains(caret.startContainer) ? caret : document.createRange();
  if (range !== caret) {
    range.selectNodeContents(box);
    range.collapse(false);
  }
  range.deleteContents();
  range.insertNode(node);
  range.setStartAfter(node);
  range.collapse(true);
  box.focus();
  select(range);
}

/** A chip is one thing: a caret that was set inside it stands behind it. */
function leaveChip(box: HTMLElement): void {
  const anchor = window.getSelection()?.anchorNode ?? null;
  const chip = [...box.children].find((child) => child.contains(anchor));
  if (chip === undefined) return;
  const range = document.createRange();
  range.setStartAfter(chip);
  range.collapse(true);
  select(range);
}

function select(range: Range): void {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
