import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { areaTree, childrenOf, upwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { AreaLine } from './AreaLine.tsx';
import type { Areas } from './edit-areas.ts';

interface AreaTreeProps {
  readonly all: Areas;
  readonly chosen: string | null;
  readonly fixed: boolean;
  readonly onChoose: (code: string) => void;
  readonly onMove: (code: string, parent: string) => void;
}

/** An area as the tree shows it. */
interface ShownArea {
  readonly area: Area;
  readonly level: number;
  readonly hasChildren: boolean;
}

/**
 * The tree of areas, after the tree pattern of WAI-ARIA: up and down walk, left and right close and open, and an area is
 * dragged onto the one it shall lie below. By keyboard it is moved in the panel.
 */
export function AreaTree({ all, chosen, fixed, onChoose, onMove }: AreaTreeProps): ReactElement {
  const { text } = useText();
  const tree = useMemo(() => areaTree(all.areas), [all.areas]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => communitiesOf(all));
  const above =
    chosen === null
      ? []
      : upwardsFrom(tree, chosen)
          .slice(1)
          .map(({ code }) => code);
  const shown = shownAreas(all, tree, (code) => closed.has(code) && !above.includes(code));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const toggle = (code: string, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(code);
    else next.delete(code);
    setClosed(next);
  };
  const isOpen = ({ area, hasChildren }: ShownArea): boolean =>
    hasChildren && (!closed.has(area.code) || above.includes(area.code));
  const onKeyDown = (event: KeyboardEvent): void => {
    const done = keyAction(event.key, shown, chosen, isOpen);
    if (done === null) return;
    event.preventDefault();
    if ('choose' in done) onChoose(done.choose);
    else toggle(done.toggle, done.close);
  };
  return (
    <div
      ref={box}
      role="tree"
      aria-label={text('areas.tree')}
      aria-activedescendant={chosen === null ? undefined : `area-${chosen}`}
      tabIndex={0}
      className="gl-area-tree"
      onKeyDown={onKeyDown}
    >
      {shown.map((one) => (
        <AreaLine
          key={one.area.code}
          all={all}
          area={one.area}
          level={one.level}
          count={childrenOf(tree, one.area.code).length}
          open={one.hasChildren ? isOpen(one) : null}
          chosen={one.area.code === chosen}
          fixed={fixed}
          onChoose={() => onChoose(one.area.code)}
          onToggle={() => toggle(one.area.code, isOpen(one))}
          onMove={onMove}
        />
      ))}
    </div>
  );
}

/** What a key does in the tree: another area is chosen, or one is opened or closed; null when it means nothing. */
function keyAction(
  key: string,
  shown: readonly ShownArea[],
  chosen: string | null,
  isOpen: (one: ShownArea) => boolean,
): { readonly choose: string } | { readonly toggle: string; readonly close: boolean } | null {
  const at = Math.max(
    0,
    shown.findIndex(({ area }) => area.code === chosen),
  );
  const here = shown[at];
  if (here === undefined) return null;
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[key];
  if (step !== undefined) {
    const to = shown[Math.min(shown.length - 1, Math.max(0, step))];
    return to === undefined ? null : { choose: to.area.code };
  }
  const { code, parent } = here.area;
  if (key === 'ArrowRight' && here.hasChildren && !isOpen(here)) return { toggle: code, close: false };
  if (key !== 'ArrowLeft') return null;
  if (isOpen(here)) return { toggle: code, close: true };
  return parent !== null && shown.some(({ area }) => area.code === parent) ? { choose: parent } : null;
}

/** Communities begin closed where there are many grids, the first one excepted. */
function communitiesOf({ areas }: Areas): ReadonlySet<string> {
  const communities = areas.filter(({ type }) => type === 'community').map(({ code }) => code);
  return new Set(areas.length > 20 ? communities.slice(1) : []);
}

function shownAreas(
  all: Areas,
  tree: ReturnType<typeof areaTree>,
  isClosed: (code: string) => boolean,
): readonly ShownArea[] {
  const shown: ShownArea[] = [];
  const seen = new Set<string>();
  const walk = (area: Area, level: number): void => {
    // Parents in a circle are refused when the draft is checked; the tree must still end.
    if (seen.has(area.code)) return;
    seen.add(area.code);
    const children = childrenOf(tree, area.code);
    shown.push({ area, level, hasChildren: children.length > 0 });
    if (!isClosed(area.code)) for (const child of children) walk(child, level + 1);
  };
  for (const area of all.areas) if (area.parent === null || !tree.areas.has(area.parent)) walk(area, 1);
  return shown;
}
