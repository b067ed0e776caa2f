import type { ReactElement, ReactNode } from 'react';
import { readCase } from '../../server/http/contract/cases.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { FactList } from '../ui/Facts.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { namesTogether } from './names-together.ts';
import { Block, InnerPage, PartHead } from '../ui/phone/PhonePage.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { StageLights } from '../ui/StageLights.tsx';
import { besideReport, StoryLineOfDots } from '../ui/StoryList.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { CaseInformed } from './CaseInformed.tsx';
import { CaseRequests } from './CaseRequests.tsx';
import { CaseOffers } from './CaseOffers.tsx';
import type { CaseFile } from './CasePage.tsx';
import { lightsOfCase } from './case-lights.ts';
import { answerFact, ownerFacts } from './owner-facts.ts';

/** A case on the phone: how it stands, what was reported, and its story. */
export function CasePhonePage({ id, aside }: { readonly id: string; readonly aside: ReactNode }): ReactElement {
  const { text } = useText();
  const answer = useAnswer(readCase, { params: { case: id } });
  return (
    <InnerPage title={answer.data?.number ?? text('cases')} onBack={() => window.history.back()} aside={aside}>
      {answer.data === undefined ? <Waiting {...waitingFor(answer)} lines={10} /> : <CaseShown file={answer.data} />}
    </InnerPage>
  );
}

interface Shown {
  readonly file: CaseFile;
  readonly now: string;
}

function CaseShown({ file }: Pick<Shown, 'file'>): ReactElement {
  const { text, pack } = useText();
  const now = useNow();
  return (
    <>
      <HeadBlock file={file} now={now} />
      <RequestsBlock file={file} />
      <CaseOffers
        file={file}
        around={(title, _, list) => (
          <Block>
            <h2>{title}</h2>
            {list}
          </Block>
        )}
      />
      <Block>
        <h2>{text('case.report')}</h2>
        <p>{file.description}</p>
        <FactList
          facts={file.report
            .filter((line) => line.text !== file.description)
            .map((line) => ({ title: pack(line.title), text: pack(line.text) }))}
        />
        {file.photos.length > 0 && <PhotoStrip photos={file.photos} />}
      </Block>
      <CaseInformed
        file={file}
        now={now}
        around={(title, count, list) => (
          <>
            <PartHead title={title} aside={count} />
            <Block>{list}</Block>
          </>
        )}
      />
      <PartHead title={text('case.story')} aside={text('count.entries', { count: file.story.length })} />
      <Block>
        <StoryLineOfDots story={besideReport(file.story)} now={now} />
      </Block>
    </>
  );
}

/** How it stands: light, who has it and until when, and who owes what. */
function HeadBlock({ file, now }: Shown): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <Block>
      {file.light !== null && file.status === 'open' ? (
        <StageLights light={file.light} lights={lightsOfCase(file)} />
      ) : (
        <Tag>
          {text(file.everOverdue && file.status === 'closed' ? 'case.closed-late' : `case.status.${file.status}`)}
        </Tag>
      )}
      <h2>{file.title}</h2>
      <FactList
        facts={[
          { title: text('column.holder'), text: holderWords(file, texts) },
          { title: text('column.due'), text: dueWords(file, now, texts) },
          answerFact(file, now, texts),
          ...ownerFacts(file, texts),
          { title: text('column.stage'), text: pack(file.stage.title) },
          { title: text('case.place'), text: `${file.place} · ${pack(file.area.name)}` },
        ]}
      />
    </Block>
  );
}

function holderWords({ holder, status, userTasks }: CaseFile, texts: Texts): string {
  const together = namesTogether(userTasks, texts);
  if (together !== null) return together;
  if (holder !== null) return positionWords(holder, texts);
  return texts.text(status === 'open' ? 'case.holder.none' : 'case.holder.closed');
}

function dueWords({ light }: CaseFile, now: string, texts: Texts): string {
  if (light === null) return texts.text('case.no-limit');
  return light.dueAt === null ? texts.text('light.paused') : momentWords(light.dueAt, now, texts);
}

function RequestsBlock({ file }: { readonly file: CaseFile }): ReactElement | null {
  const { text } = useText();
  if (file.requests.length === 0) return null;
  return (
    <Block>
      <h2>{text('case.requests')}</h2>
      <CaseRequests requests={file.requests} />
    </Block>
  );
}
