import type { Post } from '../../../server/kernel/organization/organization.ts';

/** A step in which somebody fills in a form. */
export interface FormStep {
  /** BPMN element id, or `report` and `ledger`, under which the program reports cases and keeps ledgers. */
  readonly id: string;
  readonly form: string;
  /** 任务指派 */
  readonly title: string;
  /** Where the step belongs: the title of its process, case type or ledger. */
  readonly within: string;
  /** Title of the post that does it; null where that is decided while it runs. */
  readonly post: string | null;
  /** The FEEL expressions of its mappings, in which data names may stand. */
  readonly expressions: readonly string[];
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The user tasks of a BPMN file that name a form. A file that is no XML has none. */
export function stepsOfProcess(xml: string, posts: readonly Post[]): readonly FormStep[] {
  const drawing = new DOMParser().parseFromString(xml, 'text/xml');
  return [...drawing.getElementsByTagNameNS(bpmn, 'userTask')].flatMap((userTask) => {
    const form = attribute(userTask, 'formDefinition', 'formId');
    if (form === null) return [];
    const post = attribute(userTask, 'assignment', 'post');
    return [
      {
        id: userTask.getAttribute('id') ?? '',
        form,
        title: userTask.getAttribute('name') ?? '',
        within: userTask.closest('process')?.getAttribute('name') ?? '',
        post: posts.find(({ id }) => id === post)?.title ?? null,
        expressions: ['input', 'output'].flatMap((tag) =>
          [...userTask.getElementsByTagNameNS('*', tag)].flatMap((mapping) =>
            ['source', 'target'].map((name) => mapping.getAttribute(name) ?? ''),
          ),
        ),
      },
    ];
  });
}

function attribute(within: Element, tag: string, name: string): string | null {
  return within.getElementsByTagNameNS('*', tag)[0]?.getAttribute(name) ?? null;
}
