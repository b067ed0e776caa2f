import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { stepIcons } from './steps/step-icons.ts';
import { type StepKind, stepKinds } from './steps/step-kind.ts';
import './step-palette.css';

interface StepPaletteProps {
  readonly onAdd: (kind: StepKind) => void;
  readonly onDrag: (kind: StepKind, event: Event) => void;
  /** Kinds that cannot be added now, such as a second start. */
  readonly closed: ReadonlySet<StepKind>;
  readonly expert: boolean;
  readonly onExpert: (expert: boolean) => void;
}

/**
 * The steps a process is made of, in words: pressed, a step goes behind what is chosen; dragged, where it is let go. They
 * make room for bpmn-js's own palette when somebody asked for everything.
 */
export function StepPalette({ onAdd, onDrag, closed, expert, onExpert }: StepPaletteProps): ReactElement {
  const { text } = useText();
  return (
    <div
      className={expert ? 'gl-palette gl-palette-low' : 'gl-palette'}
      role="toolbar"
      aria-label={text('process.palette')}
      aria-orientation="vertical"
    >
      {(expert ? [] : stepKinds).map((kind) => (
        <button
          key={kind}
          type="button"
          title={text(`process.palette.${kind}`)}
          disabled={closed.has(kind)}
          draggable
          onDragStart={(event) => {
            event.preventDefault();
            onDrag(kind, event.nativeEvent);
          }}
          onClick={() => onAdd(kind)}
        >
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d={stepIcons[kind]} />
          </svg>
          {text(`process.kind.${kind}`)}
        </button>
      ))}
      <button type="button" className="gl-palette-expert" aria-pressed={expert} onClick={() => onExpert(!expert)}>
        {text('process.expert')}
      </button>
    </div>
  );
}
