import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { type Areas, mayMoveTo, nameFault } from './edit-areas.ts';

interface AreaLineProps {
  readonly all: Areas;
  readonly area: Area;
  readonly level: number;
  /** Areas directly below it. */
  readonly count: number;
  /** Null: nothing is below it. */
  readonly open: boolean | null;
  readonly chosen: boolean;
  readonly fixed: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  readonly onMove: (code: string, parent: string) => void;
}

/** One area of the tree; it can be dragged, and takes what may lie below it. */
export function AreaLine(props: AreaLineProps): ReactElement {
  const { all, area, level, count, open, chosen, onChoose, onToggle } = props;
  const { text, pack } = useText();
  const { line, over } = useTreeDragging(props);
  return (
    <div
      ref={line}
      id={`area-${area.code}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={level}
      aria-selected={chosen}
      {...(open === null ? {} : { 'aria-expanded': open })}
      className={`gl-area-line${over ? ' gl-area-over' : ''}`}
      style={{ paddingLeft: 8 + (level - 1) * 24 }}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose();
      }}
    >
      {open === null ? (
        <span className="gl-area-toggle" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="gl-area-toggle"
          aria-label={text(open ? 'areas.close' : 'areas.open', { name: pack(area.name) })}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name={open ? 'down' : 'right'} small />
        </button>
      )}
      <b>{pack(area.name)}</b>
      <span className="quiet">{text(`area-type.${area.type}`)}</span>
      {area.kind !== undefined && <Tag>{text(`grid-kind.${area.kind}`)}</Tag>}
      {area.from !== undefined && <Tag>{text('area-change.there', { from: area.from })}</Tag>}
      {area.to !== undefined && <Tag tone="warn">{text('area-change.until', { to: area.to })}</Tag>}
      {count > 0 && <span className="quiet">{text('areas.below', { count })}</span>}
      {nameFault(all, area.name, area.code) !== null && <Tag tone="late">{text('areas.name.taken')}</Tag>}
      <span className="push quiet gl-area-code">{area.code}</span>
    </div>
  );
}

function useTreeDragging({ all, area, fixed, onMove }: AreaLineProps): {
  readonly line: { current: HTMLDivElement | null };
  readonly over: boolean;
} {
  const line = useRef<HTMLDivElement>(null);
  const latest = useRef({ all, onMove });
  const [over, setOver] = useState(false);
  useEffect(() => {
    latest.current = { all, onMove };
  });
  const { code } = area;
  useEffect(() => {
    const element = line.current;
    if (element === null || fixed) return undefined;
    return combine(
      draggable({ element, getInitialData: () => ({ area: code }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => mayMoveTo(latest.current.all, String(source.data['area']), code),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          latest.current.onMove(String(source.data['area']), code);
        },
      }),
    );
  }, [code, fixed]);
  return { line, over };
}
