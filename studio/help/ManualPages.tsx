import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { manualPages } from './manual-pages.ts';
import { ManualText } from './ManualText.tsx';
import './manual-pages.css';

/** The manual as a place of its own: its pages at the left, one of them in full. */
export function ManualPages({ page: id }: { readonly page: string }): ReactElement {
  const { text, either } = useText();
  const page = manualPages.find((one) => one.id === id);
  return (
    <div className="gl-page">
      <PageHead title={text('manual')} />
      <div className="gl-manual-pages">
        <Card>
          <nav aria-label={text('manual')}>
            <ul>
              {manualPages.map((one) => (
                <li key={one.id}>
                  <Link href={`/manual/${one.id}`} aria-current={one.id === id ? 'page' : undefined}>
                    {either(one.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </Card>
        {page === undefined ? (
          <Card>
            <EmptyState title={text('manual.nowhere')} next={text('manual.nowhere.next')}>
              <ButtonLink to="/manual/overview" kind="primary">
                {text('manual.first')}
              </ButtonLink>
            </EmptyState>
          </Card>
        ) : (
          <Card title={either(page.title)}>
            <ManualText page={page} />
          </Card>
        )}
      </div>
    </div>
  );
}
