import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { ChangeSentences } from './ChangeSentences.tsx';
import { kindTitle } from './definition-groups.ts';
import { type Choices, lineKey, type Side, type UpgradeLine } from './upgrade-choices.ts';

interface UpgradeLinesProps {
  readonly lines: readonly UpgradeLine[];
  readonly choices: Choices;
  /** Chooses for some lines; null where there is nothing to choose: only the new version changed them. */
  readonly onChoose: ((lines: readonly UpgradeLine[], side: Side) => void) | null;
}

/** What the new version changed and what the area changed since, side by side, with the choice at the end of the line. */
export function UpgradeLines({ lines, choices, onChoose }: UpgradeLinesProps): ReactElement {
  const { text } = useText();
  const title = text(onChoose === null ? 'upgrade.theirs' : 'upgrade.both');
  return (
    <Card
      title={title}
      count={text('definitions.count', { count: lines.length })}
      aside={
        onChoose === null ? (
          text('upgrade.theirs.says')
        ) : (
          <>
            <Button kind="text" small onPress={() => onChoose(lines, 'ours')}>
              {text('upgrade.all-ours')}
            </Button>
            <Button kind="text" small onPress={() => onChoose(lines, 'theirs')}>
              {text('upgrade.all-theirs')}
            </Button>
          </>
        )
      }
      bare
    >
      <Table label={title} rows={lines} rowKey={lineKey} columns={useColumns(choices, onChoose)} />
    </Card>
  );
}

function useColumns(choices: Choices, onChoose: UpgradeLinesProps['onChoose']): readonly Column<UpgradeLine>[] {
  const { text, pack } = useText();
  const what: readonly Column<UpgradeLine>[] = [
    {
      id: 'title',
      title: text('definitions.title'),
      width: 240,
      wraps: true,
      cell: (line) => (
        <>
          <span className="quiet">{text(kindTitle(line.kind))}</span> {pack(line.title)}
        </>
      ),
    },
    {
      id: 'theirs',
      title: text('upgrade.side.theirs'),
      wraps: true,
      cell: (line) => <ChangeSentences sentences={line.theirs} />,
    },
  ];
  if (onChoose === null) return what;
  return [
    ...what,
    {
      id: 'ours',
      title: text('upgrade.side.ours'),
      wraps: true,
      cell: (line) => <ChangeSentences sentences={line.ours} />,
    },
    {
      id: 'choice',
      title: text('upgrade.choice'),
      width: 220,
      wraps: true,
      cell: (line) => (
        <ChoiceRow
          label={text('upgrade.choice.of', { title: pack(line.title) })}
          choices={[
            { id: 'ours', title: text('upgrade.ours') },
            { id: 'theirs', title: text('upgrade.new') },
          ]}
          value={choices.get(lineKey(line))}
          onChange={(side) => onChoose([line], side === 'ours' ? 'ours' : 'theirs')}
        />
      ),
    },
  ];
}
