import { type RefObject, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useText } from '../translations/texts.ts';
import type { ProblemLine } from '../ui/desktop/editor/edited-definition.ts';
import type { StepSources } from './canvas/step-commands.ts';
import { variablesInSight } from './model/variables-in-sight.ts';
import type { Vocabulary } from './model/vocabulary.ts';
import { padActions } from './pad-actions.ts';
import type { PanelGround } from './panel/panel-ground.ts';
import { focusField } from './panel/PanelField.tsx';
import { shownProblems } from './problems/local-problems.ts';
import { problemField } from './problems/problem-field.ts';
import { stepNote } from './step-note.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useLocalProblems } from './use-local-problems.ts';
import { useMarks } from './use-marks.ts';
import { type DrawnProcess, useProcessCanvas } from './use-process-canvas.ts';
import { variableTitle } from './variable-title.ts';

/** All that the editor of a process shows and does. */
export interface ProcessEditing extends DrawnProcess {
  readonly sources: StepSources;
  readonly problems: readonly ProblemLine[];
  readonly ground: PanelGround | null;
  readonly expert: boolean;
  readonly setExpert: (expert: boolean) => void;
  /** Chooses what a problem is about and puts the keyboard where it can be mended. */
  readonly goTo: (place: string) => void;
  /** Puts the keyboard into a field of the panel once the panel shows what has just been chosen. */
  readonly goToField: (field: string | null) => void;
}

/**
 * @param frame what the process is drawn into
 * @param panel where the sentences stand
 */
export function useProcessEditor(
  open: OpenDefinition,
  vocabulary: Vocabulary,
  frame: RefObject<HTMLDivElement | null>,
  panel: RefObject<HTMLDivElement | null>,
): ProcessEditing {
  const texts = useText();
  const { text, language } = texts;
  const [expert, setExpert] = useState(false);
  const xml = 'xml' in open.content ? open.content.xml : '';
  const part = vocabulary.processes.find(({ id }) => id === open.id)?.part ?? null;
  const sources: StepSources = { vocabulary, part, nameOf: (kind) => text(`process.new.${kind}`) };
  const fixed = open.readOnly !== null;
  const drawn = useProcessCanvas(frame, xml, open.reload, language, {
    note: (element) => stepNote(element, vocabulary, texts),
    actions: (element) =>
      drawn.canvas === null || fixed ? [] : padActions(drawn.canvas, sources, element, texts, goToField),
    expert: () => expert,
    fixed: () => fixed,
    keys: {
      toPanel: () => focusField(panel.current, null),
      find: () => drawn.canvas?.find(),
      paste: () => {
        if (!fixed) drawn.canvas?.paste();
      },
    },
    changed: (changed) => open.save({ xml: changed }),
  });
  const { canvas, view } = drawn;
  useEditorKeys(canvas, frame, panel);
  useEffect(() => canvas?.drawAgain(), [canvas, vocabulary, language]);
  const problems = useProblems(open, xml, drawn);
  const selected = view?.selected;
  const goToField = useWantedField(panel, selected);
  const goTo = (place: string): void => {
    canvas?.select(place === '' ? null : place);
    goToField(problemField(problems.find((one) => one.place === place)?.code ?? ''));
  };
  useMarks(drawn, problems, goTo);
  const fields =
    selected === undefined ? [] : variablesInSight(selected, part, vocabulary, (path) => variableTitle(path, text));
  const ground =
    canvas === null || selected === undefined
      ? null
      : { canvas, element: selected, vocabulary, part, process: open.id, fields };
  return { ...drawn, sources, problems, ground, expert, setExpert, goTo, goToField };
}

function useProblems(open: OpenDefinition, xml: string, { canvas, view }: DrawnProcess): readonly ProblemLine[] {
  const local = useLocalProblems(open.id, xml);
  return useMemo(
    () => shownProblems(local, open.problems, (place) => view === null || canvas?.element(place) !== undefined),
    [local, open.problems, canvas, view],
  );
}

/** The keyboard goes into a field as soon as the panel has been drawn with what was chosen for it. */
function useWantedField(panel: RefObject<HTMLDivElement | null>, selected: unknown): (field: string | null) => void {
  const wanted = useRef<{ readonly field: string | null } | null>(null);
  const [asked, ask] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (wanted.current === null) return;
    if (!focusField(panel.current, wanted.current.field)) focusField(panel.current, null);
    wanted.current = null;
  }, [asked, selected, panel]);
  return (field) => {
    wanted.current = { field };
    ask();
  };
}
