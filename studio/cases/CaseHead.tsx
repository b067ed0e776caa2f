import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import type { Fact } from '../ui/Facts.tsx';
import { LightTag } from '../ui/Light.tsx';
import { RecordHead } from '../ui/RecordPage.tsx';
import { StageLights } from '../ui/StageLights.tsx';
import { Tag } from '../ui/Tag.tsx';
import { holderNames } from '../ui/holder-names.ts';
import { namesTogether } from './names-together.ts';
import { momentWords } from '../ui/time-words.ts';
import { CaseActions } from './CaseActions.tsx';
import { dueStage, lightsOfCase } from './case-lights.ts';
import { listAddress, useNeighbours } from './case-neighbours.ts';
import type { CaseFile } from './CasePage.tsx';
import { answerFact, ownerFacts } from './owner-facts.ts';

interface CaseHeadProps {
  readonly file: CaseFile;
  readonly now: string;
}

/** Number, title, light, and the answers: who has it, until when, who owes the answer and what else, which step, where. */
export function CaseHead({ file, now }: CaseHeadProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { category } = file;
  return (
    <RecordHead
      way={
        <>
          <Link href={listAddress()}>{text('cases')}</Link>
          <span className="quiet">/</span>
          <span className="quiet">{file.number}</span>
          <Tag>
            {category.parent === null ? pack(category.title) : `${pack(category.parent)} · ${pack(category.title)}`}
          </Tag>
          <span className="push" />
          <CaseNeighbours id={file.id} />
        </>
      }
      title={file.title}
      state={<CaseLight file={file} />}
      facts={factsOf(file, now, texts)}
    >
      <CaseActions file={file} />
    </RecordHead>
  );
}

function CaseLight({ file }: { readonly file: CaseFile }): ReactElement | null {
  const { text } = useText();
  if (file.incident) return <LightTag light="red">{text('case.stuck')}</LightTag>;
  if (file.status !== 'open')
    return (
      <Tag tone={file.everOverdue ? 'late' : 'ok'}>
        {text(file.everOverdue ? 'case.closed-late' : `case.status.${file.status}`)}
      </Tag>
    );
  return <StageLights light={file.light} lights={lightsOfCase(file)} />;
}

function CaseNeighbours({ id }: { readonly id: string }): ReactElement | null {
  const { text } = useText();
  const neighbours = useNeighbours(id);
  if (neighbours === null) return null;
  const { nth, total, before, after, move } = neighbours;
  return (
    <>
      <span className="quiet">{text('case.nth', { nth, total })}</span>
      <NeighbourLink id={before} words={text('case.before')} onMove={move} />
      <NeighbourLink id={after} words={text('case.after')} onMove={move} />
    </>
  );
}

function NeighbourLink({
  id,
  words,
  onMove,
}: {
  readonly id: string | null;
  readonly words: string;
  readonly onMove: () => void;
}): ReactElement {
  if (id === null)
    return (
      <Button small disabled>
        {words}
      </Button>
    );
  return (
    <Link className="gl-button gl-button-plain gl-button-small" href={`/cases/${id}`} onClick={onMove}>
      {words}
    </Link>
  );
}

function factsOf(file: CaseFile, now: string, texts: Texts): readonly Fact[] {
  const { text, pack } = texts;
  const step = file.stages.findIndex(({ state }) => state === 'current') + 1;
  return [
    holderFact(file, texts),
    untilFact(file, now, texts),
    answerFact(file, now, texts),
    ...ownerFacts(file, texts),
    {
      title: text('column.stage'),
      text: pack(file.stage.title),
      more: step === 0 ? undefined : text('case.step', { step, total: file.stages.length }),
    },
    { title: text('case.place'), text: file.place, more: pack(file.area.name) },
  ];
}

function holderFact({ holder, status, userTasks }: CaseFile, texts: Texts): Fact {
  const { text, pack } = texts;
  const together = namesTogether(userTasks, texts);
  if (together !== null) return { title: text('column.holder'), text: together };
  if (holder === null)
    return { title: text('column.holder'), text: text(status === 'open' ? 'case.holder.none' : 'case.holder.closed') };
  return { title: text('column.holder'), text: holderNames(holder, texts), more: pack(holder.postTitle) };
}

function untilFact(file: CaseFile, now: string, texts: Texts): Fact {
  const { status, light, closedAt } = file;
  const { text } = texts;
  if (status !== 'open' && closedAt !== null)
    return { title: text('case.closed-at'), text: momentWords(closedAt, now, texts) };
  return {
    title: text('column.due'),
    text:
      light === null
        ? text('case.no-limit')
        : light.dueAt === null
          ? text('light.paused')
          : momentWords(light.dueAt, now, texts),
    more: dueStage(file, texts),
  };
}
