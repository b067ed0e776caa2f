import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { StageLights, type StageLightValue } from '../StageLights.tsx';
import type { LightValue } from '../light-words.ts';
import { Tag } from '../Tag.tsx';
import './today.css';

interface WorkTileProps {
  readonly to: string;
  readonly light: LightValue | null;
  /** Of all its clocks. */
  readonly lights?: readonly StageLightValue[];
  readonly until: string;
  readonly title: string;
  readonly place: string;
  readonly step: string;
  readonly number: string;
  /** Beside the light: that it is filled in and waits to be sent. */
  readonly note?: string;
}

/** One thing to do: how urgent, what, where, which step. */
export function WorkTile({
  to,
  light,
  lights = [],
  until,
  title,
  place,
  step,
  number,
  note,
}: WorkTileProps): ReactElement {
  return (
    <Link href={to} className="gl-tile">
      <div>
        <StageLights light={light} lights={lights} />
        {note !== undefined && <Tag tone="accent">{note}</Tag>}
        <span className="quiet push">{until}</span>
      </div>
      <h3 className="cut">{title}</h3>
      <p className="quiet cut">{place}</p>
      <div>
        <span>{step}</span>
        <span className="quiet push cut">{number}</span>
      </div>
    </Link>
  );
}
