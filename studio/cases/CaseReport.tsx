import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { FactList } from '../ui/Facts.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import type { CaseFile } from './CasePage.tsx';

/** What was reported: the words, what was filled in beside them, and the photos. */
export function CaseReport({ file }: { readonly file: CaseFile }): ReactElement {
  const { text, pack } = useText();
  const facts = [
    { title: text('column.channel'), text: pack(file.channel) },
    ...(file.firstReceiver === null ? [] : [{ title: text('case.first-receiver'), text: file.firstReceiver.name }]),
    ...file.report
      .filter((line) => line.text !== file.description)
      .map((line) => ({ title: pack(line.title), text: pack(line.text) })),
  ];
  return (
    <Card title={text('case.report')} className="gl-case-report">
      <p className="gl-case-description">{file.description}</p>
      <FactList facts={facts} />
      {file.photos.length > 0 && <PhotoStrip photos={file.photos} />}
    </Card>
  );
}
