import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { readUpgrade, takeUpgrade } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AreaHead, PublishViews } from './AreaHead.tsx';
import { ofDrafts } from './DraftBar.tsx';
import { type Choices, choicesFor, lineKey, openChoices, type UpgradeLine } from './upgrade-choices.ts';
import { UpgradeLines } from './UpgradeLines.tsx';
import './draft-bar.css';

type Upgrade = NonNullable<AnswerOf<typeof readUpgrade>['upgrade']>;

/** 升级: a newer version that came with the program, compared on three sides; nothing happens by itself. */
export function UpgradePage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  const answer = useAnswer(readUpgrade, { params: { area: area?.code ?? '' } }, { when: area !== null });
  const { data } = answer;
  return (
    <div className="gl-page">
      <AreaHead person={person} title={text('nav.publish')} beside={<PublishViews current="upgrade" />} />
      {area === null && <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      )}
      {data?.upgrade === null && (
        <Card>
          <EmptyState title={text('upgrade.none')} next={text('upgrade.none.next')} />
        </Card>
      )}
      {area !== null && data?.upgrade != null && <Offered key={area.code} area={area.code} upgrade={data.upgrade} />}
    </div>
  );
}

function Offered({ area, upgrade }: { readonly area: string; readonly upgrade: Upgrade }): ReactElement {
  const { text, pack } = useText();
  const [choices, setChoices] = useState<Choices>(new Map());
  const take = useTakeUpgrade(area);
  const { lines, packs } = upgrade;
  const left = openChoices(lines, choices);
  const choose = (of: readonly UpgradeLine[], side: 'ours' | 'theirs'): void =>
    setChoices(new Map([...choices, ...of.map((line) => [lineKey(line), side] as const)]));
  const [both, theirs] = [
    lines.filter(({ changedBy }) => changedBy === 'both'),
    lines.filter(({ changedBy }) => changedBy === 'theirs'),
  ];
  return (
    <>
      <section className="gl-draft-bar">
        <p>
          {packs
            .map(({ title, from, to }) => text('upgrade.pack', { title: pack(title), from, to }))
            .join(text('list.comma'))}
          <span className="quiet">{text('upgrade.says')}</span>
        </p>
        <span className="quiet" aria-live="polite">
          {left === 0 ? '' : text('upgrade.left', { count: left })}
        </span>
        <Button
          kind="primary"
          busy={take.busy}
          disabled={left > 0}
          onPress={() => void take.run(choicesFor(lines, choices))}
        >
          {text('upgrade.take')}
        </Button>
      </section>
      {take.problem !== null && <ErrorNote problem={take.problem} />}
      {both.length > 0 && <UpgradeLines lines={both} choices={choices} onChoose={choose} />}
      {theirs.length > 0 && <UpgradeLines lines={theirs} choices={choices} onChoose={null} />}
    </>
  );
}

function useTakeUpgrade(area: string) {
  const { text } = useText();
  const say = useToast();
  const [, navigate] = useLocation();
  const command = useCommand(takeUpgrade, [...ofDrafts, readUpgrade]);
  return {
    busy: command.busy,
    problem: command.problem,
    run: async (choices: ReturnType<typeof choicesFor>): Promise<void> => {
      if ((await command.run({ params: { area }, body: { choices } })) === null) return;
      say(text('upgrade.taken'));
      navigate('/definitions/changes');
    },
  };
}
