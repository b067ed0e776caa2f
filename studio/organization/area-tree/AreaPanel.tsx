import { type ReactElement, useState } from 'react';
import type { AreaChange } from '../../../server/kernel/organization/area-changes.ts';
import { type AreaType, gridKinds } from '../../../server/kernel/organization/area-types.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import type { ProblemView } from '../../api/drafts/use-draft-definition.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import {
  addArea,
  type Areas,
  changeArea,
  codeFault,
  levelsBelow,
  levelsToAdd,
  mayMoveTo,
  nameFault,
  nextCode,
  recodeArea,
} from './edit-areas.ts';
import { AreaHistory } from './AreaHistory.tsx';
import { AreaNameField } from './AreaNameField.tsx';
import { ParentSentence } from './ParentSentence.tsx';
import { UnitsPart } from './UnitsPart.tsx';
import { RemoveAreaDialog } from './RemoveAreaDialog.tsx';

interface AreaPanelProps {
  readonly all: Areas;
  readonly area: Area | null;
  readonly fixed: boolean;
  readonly problems: readonly ProblemView[];
  readonly onChange: (all: Areas) => void;
  readonly onChoose: (code: string) => void;
  readonly onMove: (parent: string) => void;
  /** A change from a day on is asked for. */
  readonly onAsk: (kind: AreaChange['kind']) => void;
}

/** The chosen area: its name, code and kind, where it hangs, what can be put below it. */
export function AreaPanel(props: AreaPanelProps): ReactElement {
  const { all, area, fixed, problems } = props;
  const { text, pack, either } = useText();
  if (area === null) return <EmptyState title={text('areas.choose')} next={text('areas.choose.next')} />;
  const nth = all.areas.indexOf(area);
  const wrong = problems.filter(({ place }) => place.startsWith(`/areas/${nth}/`) || place === `/areas/${nth}`);
  return (
    <>
      <PanelPart title={pack(area.name)} aside={text(`area-type.${area.type}`)}>
        {fixed ? <p className="quiet">{area.code}</p> : <AreaFields {...props} area={area} />}
        {wrong.map((problem, place) => (
          <p key={`${problem.code} ${place}`} className="gl-field-error" role="alert">
            <i className={`gl-shape gl-shape-${problem.severity === 'error' ? 'late' : 'warn'}`} aria-hidden="true" />
            {either(problem)}
          </p>
        ))}
      </PanelPart>
      {!fixed && area.to === undefined && <AreaActions {...props} area={area} />}
      <UnitsPart all={all} area={area} fixed={fixed} onChange={props.onChange} />
      <AreaHistory all={all} area={area} fixed={fixed} onChange={props.onChange} />
    </>
  );
}

function AreaFields({ all, area, onChange, onChoose }: AreaPanelProps & { readonly area: Area }): ReactElement {
  const { text } = useText();
  const [name, setName] = useState(area.name);
  const [code, setCode] = useState(area.code);
  const wrongName = nameFault(all, name, area.code);
  const wrongCode = codeFault(all, { ...area, code }, area.code);
  return (
    <>
      <AreaNameField
        label={text('areas.name')}
        value={name}
        fault={wrongName}
        onChange={(next) => {
          setName(next);
          // A name that is taken is kept in the box, and the tree keeps the one before.
          if (nameFault(all, next, area.code) === null) onChange(changeArea(all, area.code, { name: next.trim() }));
        }}
      />
      <Field
        label={text('areas.code')}
        hint={text('areas.code.hint')}
        error={wrongCode === null ? undefined : text(`areas.code.${wrongCode}`)}
        required
      >
        {(control) => (
          <TextInput control={control} value={code} maxLength={32} onChange={(next) => setCode(next.trim())} />
        )}
      </Field>
      {code !== area.code && wrongCode === null && (
        <p className="gl-area-recode">
          {text('areas.code.changes', { from: area.code, to: code })}
          <Button
            small
            onPress={() => {
              onChange(recodeArea(all, area.code, code));
              onChoose(code);
            }}
          >
            {text('areas.code.change')}
          </Button>
        </p>
      )}
      {(area.type === 'grid' || area.type === 'sub-grid') && <KindSentence {...{ all, area, onChange }} />}
    </>
  );
}

function KindSentence({
  all,
  area,
  onChange,
}: Pick<AreaPanelProps, 'all' | 'onChange'> & { readonly area: Area }): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      {text('areas.kind')}
      <InlineChoice
        label={text('areas.kind')}
        value={area.kind}
        options={gridKinds.map((kind) => ({ id: kind, title: text(`grid-kind.${kind}`) }))}
        onChange={(id) => {
          const kind = gridKinds.find((known) => known === id);
          if (kind !== undefined) onChange(changeArea(all, area.code, { kind }));
        }}
      />
    </Sentence>
  );
}

type ActionProps = Pick<AreaPanelProps, 'all' | 'onChange' | 'onChoose' | 'onMove' | 'onAsk'> & { readonly area: Area };

function AreaActions({ all, area, onChange, onChoose, onMove, onAsk }: ActionProps): ReactElement {
  const { text } = useText();
  const [removing, setRemoving] = useState(false);
  return (
    <PanelPart title={text('areas.actions')}>
      <AddBelow {...{ all, area, onChange, onChoose }} />
      <MoveSentence {...{ all, area, onMove }} />
      {area.parent !== null && <FromADay {...{ all, area, onAsk }} />}
      {area.parent !== null && (
        <p>
          <Button kind="text" small onPress={() => setRemoving(true)}>
            {text('areas.remove')}
          </Button>
        </p>
      )}
      <p className="quiet">{text('areas.drag')}</p>
      {removing && (
        <RemoveAreaDialog
          all={all}
          area={area}
          onClose={() => setRemoving(false)}
          onRemoved={(next) => {
            onChange(next);
            setRemoving(false);
            onChoose(area.parent ?? '');
          }}
        />
      )}
    </PanelPart>
  );
}

function AddBelow({ all, area, onChange, onChoose }: Omit<ActionProps, 'onMove' | 'onAsk'>): ReactElement | null {
  const { text } = useText();
  const levels = levelsToAdd(all, area);
  if (levelsBelow(area.type).length === 0) return null;
  const code = nextCode(all, area.code);
  const add = (type: AreaType): void => {
    if (code === null) return;
    const title = text(`area-type.${type}`);
    const name = freeName(all, text('areas.new', { type: title, code: code.slice(area.code.length) }));
    const kind = type === 'grid' ? { kind: 'basic' as const } : {};
    onChange(addArea(all, { code, name, type, parent: area.code, ...kind }));
    onChoose(code);
  };
  return (
    <div className="gl-area-changes">
      {levels.map((type) => (
        <Button key={type} small onPress={() => add(type)}>
          <Icon name="plus" small />
          {text('areas.add', { type: text(`area-type.${type}`) })}
        </Button>
      ))}
      <span className="quiet">
        {code === null || levels.length === 0 ? text('areas.full') : text('areas.add.code', { code })}
      </span>
    </div>
  );
}

/** Changes that hold from a day on; a split and a merge are of areas that nothing lies below. */
function FromADay({ all, area, onAsk }: Pick<ActionProps, 'all' | 'area' | 'onAsk'>): ReactElement {
  const { text } = useText();
  const isUpper = all.areas.some(({ parent, to }) => parent === area.code && to === undefined);
  const kinds = isUpper ? (['move', 'rename'] as const) : (['split', 'merge', 'move', 'rename'] as const);
  return (
    <div role="group" aria-label={text('area-change.actions')} className="gl-area-changes">
      <span>{text('area-change.actions')}</span>
      {kinds.map((kind) => (
        <Button key={kind} small onPress={() => onAsk(kind)}>
          {text(`area-change.${kind}`)}
        </Button>
      ))}
      {isUpper && <p className="quiet">{text('area-change.not-below')}</p>}
    </div>
  );
}

function MoveSentence({ all, area, onMove }: Pick<ActionProps, 'all' | 'area' | 'onMove'>): ReactElement | null {
  const { text } = useText();
  const places = all.areas.filter((other) => other.code === area.parent || mayMoveTo(all, area.code, other.code));
  if (places.length < 2) return null;
  return (
    <ParentSentence
      says={text('areas.move-to')}
      places={places}
      value={area.parent ?? undefined}
      onChange={(parent) => {
        if (parent !== area.parent) onMove(parent);
      }}
    />
  );
}

function freeName(all: Areas, name: string): string {
  let [free, nth] = [name, 2];
  while (nameFault(all, free, null) === 'taken') {
    free = `${name} ${nth}`;
    nth += 1;
  }
  return free;
}
