import type { ReactElement } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { readPhoneDoor } from '../../../server/http/contract/overview.ts';
import { useText } from '../../translations/texts.ts';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import './phone-door-page.css';

/** The way into the phone door: its address, and the code a phone's camera reads. */
export function PhoneDoorPage(): ReactElement {
  const { text } = useText();
  const { data, error, refetch } = useAnswer(readPhoneDoor, {});
  return (
    <div className="gl-page">
      <PageHead title={text('nav.phone')} />
      <Card>
        {error !== null && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <SkeletonLines count={6} />}
        {data !== undefined && (
          <div className="gl-phone-door">
            <QrCode rows={data.qr} label={text('phone-door.qr', { url: data.url })} />
            <div>
              <h2>{text(data.reachable ? 'phone-door.open' : 'phone-door.here-only')}</h2>
              <p>{text(data.reachable ? 'phone-door.open.says' : 'phone-door.here-only.says')}</p>
              <a href={data.url}>{data.url}</a>
              <p className="quiet">{text('phone-door.home-screen')}</p>
            </div>
          </div>
        )}
      </Card>
    </div>
  );
}
