import type { DiagramElement } from './diagram.ts';

/** What can be done with a step right at it. */
export interface PadAction {
  readonly id: string;
  readonly words: string;
  readonly act: (event: Event) => void;
  /** Also begins when somebody drags it. */
  readonly drag?: boolean;
}

interface Pad {
  readonly registerProvider: (priority: number, provider: object) => void;
}

type Entries = Readonly<Record<string, object>>;

/** After bpmn-js's own provider, so that it can take its entries away. */
const LATE = 300;

/**
 * The context pad in words: a handful of things that make sense for a street, instead of bpmn-js's icons. Where somebody
 * asked for everything BPMN has, bpmn-js's entries stay.
 */
export class WordPad {
  static readonly $inject = ['contextPad', 'config.steps'];
  readonly #steps: {
    readonly actions: (element: DiagramElement) => readonly PadAction[];
    readonly expert: () => boolean;
  };

  constructor(
    contextPad: Pad,
    steps: { actions: (element: DiagramElement) => readonly PadAction[]; expert: () => boolean },
  ) {
    this.#steps = steps;
    contextPad.registerProvider(LATE, this);
  }

  getContextPadEntries(element: DiagramElement): (entries: Entries) => Entries {
    return (entries) => {
      if (this.#steps.expert()) return entries;
      return Object.fromEntries(this.#steps.actions(element).map((action) => [action.id, entryOf(action)]));
    };
  }

  getMultiElementContextPadEntries(): (entries: Entries) => Entries {
    return (entries) => entries;
  }
}

function entryOf({ id, words, act, drag = false }: PadAction): object {
  const button = document.createElement('div');
  button.className = 'entry gl-pad-entry';
  button.append(words);
  return {
    group: id,
    // Built as a node and handed over as text, because that is what diagram-js takes.
    html: button.outerHTML,
    title: words,
    action: { click: act, ...(drag ? { dragstart: act } : {}) },
  };
}
