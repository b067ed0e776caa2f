import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { GridChoice } from '../../ui/phone/GridChoice.tsx';
import { Sheet, SheetChoice } from '../../ui/phone/Sheet.tsx';
import { WordsFilter } from '../../ui/WordsFilter.tsx';
import type { ReportForm } from './use-report-entry.ts';

interface GridLineProps {
  readonly grids: ReportForm['grids'];
  readonly area: string | undefined;
  readonly onChange: (area: string) => void;
  readonly missing: boolean;
}

/** 所属网格, preset to one's own, with 改: one's own grids first, then the others, found by typing. */
export function GridLine({ grids, area, onChange, missing }: GridLineProps): ReactElement {
  const { text, pack } = useText();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const chosen = grids.find(({ code }) => code === area);
  const found = grids.filter(
    ({ name, community }) => words === '' || name.includes(words) || community.includes(words),
  );
  return (
    <>
      <GridChoice
        label={text('report.grid')}
        value={chosen === undefined ? null : pack(chosen.name)}
        action={text(chosen === undefined ? 'choose' : 'change')}
        error={missing ? text('report.grid.missing') : null}
        onPress={() => setOpen(true)}
      />
      <Sheet title={text('report.grid')} open={open} onClose={() => setOpen(false)}>
        {grids.length > 8 && (
          <div className="gl-sheet-form">
            <WordsFilter label={text('report.grid.search')} value={words} onChange={setWords} />
          </div>
        )}
        {found
          .toSorted((a, b) => Number(b.own) - Number(a.own))
          .map(({ code, name, community, own }) => (
            <SheetChoice
              key={code}
              title={pack(name)}
              says={own ? text('report.grid.own', { community: pack(community) }) : pack(community)}
              chosen={code === area}
              onPress={() => {
                onChange(code);
                setOpen(false);
              }}
            />
          ))}
      </Sheet>
    </>
  );
}
