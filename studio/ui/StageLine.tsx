import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import './stage-line.css';

interface Stage {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'passed' | 'current' | 'future';
}

/** The stages of a case in their order: done, passed without anybody, the present one, and those to come. */
export function StageLine({ stages }: { readonly stages: readonly Stage[] }): ReactElement {
  const { text } = useText();
  return (
    <ol className="gl-stages">
      {stages.map(({ id, title, state }) => (
        <li key={id} className={`gl-stage-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <i aria-hidden="true" />
          {title}
          <span className={state === 'passed' ? 'gl-stage-said' : 'visually-hidden'}>{text(`stage.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
