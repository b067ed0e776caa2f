import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import type { Overview } from './OverviewPage.tsx';

/** Open cases per area as bars from zero, the late ones at their end; areas and matters, never persons. */
export function AreaBars({ areas }: { readonly areas: Overview['byCommunity'] }): ReactElement {
  const { text, pack } = useText();
  const most = Math.max(1, ...areas.map(({ open }) => open));
  return (
    <ul className="gl-bars">
      {areas.map(({ area, open, red, closed, until }) => (
        <li key={area.code}>
          <Link href={`/cases?area=${area.code}`}>
            {until === null ? pack(area.name) : text('cases.former-area', { area: pack(area.name) })}
          </Link>
          <span className="gl-bar" role="img" aria-label={text('overview.bar', { open, red })}>
            <i style={{ width: `${((open - red) / most) * 100}%` }} />
            <i style={{ width: `${(red / most) * 100}%` }} />
          </span>
          <b>{open}</b>
          <span className="quiet">{text('overview.bar.closed', { red, closed })}</span>
        </li>
      ))}
    </ul>
  );
}
