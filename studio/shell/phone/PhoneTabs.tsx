import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { type TextKey, useText } from '../../translations/texts.ts';
import type { IconName } from '../../ui/icons.ts';
import { Icon } from '../../ui/Icon.tsx';
import './phone-tabs.css';

const tabs: readonly (readonly [to: string, icon: IconName, title: TextKey])[] = [
  ['/', 'today', 'tab.today'],
  ['/report', 'report', 'tab.report'],
  ['/grids', 'grid', 'tab.grids'],
  ['/me', 'me', 'tab.me'],
];

/** The four tabs; reporting only for whoever may. */
export function PhoneTabs({ mayReport }: { readonly mayReport: boolean }): ReactElement {
  const { text } = useText();
  const [location] = useLocation();
  return (
    <nav className="gl-tabs" aria-label={text('nav')}>
      {tabs
        .filter(([to]) => mayReport || to !== '/report')
        .map(([to, icon, title]) => (
          <Link key={to} href={to} aria-current={location === to ? 'page' : undefined}>
            <Icon name={icon} />
            {text(title)}
          </Link>
        ))}
    </nav>
  );
}
