import type { ReactElement } from 'react';
import { useText } from '../../../translations/texts.ts';
import { Button } from '../../Button.tsx';
import { Icon } from '../../Icon.tsx';
import { InlineChip } from './InlineChip.tsx';
import './inline-list.css';

interface InlineListProps {
  /** What the list is of, for those who hear it without its sentence: 选项. */
  readonly label: string;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  /** What a new item is called: 选项. */
  readonly newItem: string;
  readonly fewest?: number;
  readonly most?: number;
}

/** A few words in an order, written inside a sentence: 选项 [调成、没调成、一方不同意调]. */
export function InlineList(props: InlineListProps): ReactElement {
  const { label, items, onChange, newItem, fewest = 0, most = 100 } = props;
  const { text } = useText();
  return (
    <InlineChip label={label} value={items.join(text('list.comma'))} wrong={items.length < fewest} popup="dialog">
      {() => (
        <div className="gl-inline-list" role="group" aria-label={label}>
          <ol>
            {items.map((item, nth) => (
              // Items are known by their place: two may be worded alike while somebody types.
              <li key={nth}>
                <ItemLine
                  item={item}
                  place={text('sentence.nth', { label: newItem, nth: nth + 1 })}
                  onChange={(words) => onChange(items.with(nth, words))}
                  {...(nth > 0 ? { onUp: () => onChange(moved(items, nth)) } : {})}
                  {...(items.length > fewest ? { onRemove: () => onChange(items.toSpliced(nth, 1)) } : {})}
                />
              </li>
            ))}
          </ol>
          {items.length < most && (
            <Button kind="text" small onPress={() => onChange([...items, ''])}>
              <Icon name="plus" small />
              {text('sentence.add', { what: newItem })}
            </Button>
          )}
        </div>
      )}
    </InlineChip>
  );
}

interface ItemLineProps {
  readonly item: string;
  readonly place: string;
  readonly onChange: (words: string) => void;
  readonly onUp?: () => void;
  readonly onRemove?: () => void;
}

function ItemLine({ item, place, onChange, onUp, onRemove }: ItemLineProps): ReactElement {
  const { text } = useText();
  return (
    <>
      <input
        className="gl-input"
        aria-label={place}
        maxLength={100}
        value={item}
        onChange={({ target }) => onChange(target.value)}
      />
      <button
        type="button"
        aria-label={text('sentence.up', { what: place })}
        disabled={onUp === undefined}
        onClick={onUp}
      >
        <Icon name="up" small />
      </button>
      <button
        type="button"
        aria-label={text('sentence.remove', { what: place })}
        disabled={onRemove === undefined}
        onClick={onRemove}
      >
        <Icon name="close" small />
      </button>
    </>
  );
}

function moved(items: readonly string[], nth: number): readonly string[] {
  const item = items[nth];
  return item === undefined ? items : items.toSpliced(nth, 1).toSpliced(nth - 1, 0, item);
}
