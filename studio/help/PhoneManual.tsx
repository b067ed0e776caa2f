import type { ReactElement, ReactNode } from 'react';
import { useText } from '../translations/texts.ts';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { ManualText } from './ManualText.tsx';
import { workPage } from './pages/work-page.ts';

interface PhoneManualProps {
  readonly onBack: () => void;
  /** At the end of the bar: what is unsent. */
  readonly aside: ReactNode;
}

/** What somebody with work has to know, on the phone: without pictures, which are of the desk. */
export function PhoneManual({ onBack, aside }: PhoneManualProps): ReactElement {
  const { text, either } = useText();
  return (
    <InnerPage title={text('help')} onBack={onBack} aside={aside}>
      <Block>
        <h2>{either(workPage.title)}</h2>
        <ManualText page={workPage} pictures={false} />
      </Block>
    </InnerPage>
  );
}
