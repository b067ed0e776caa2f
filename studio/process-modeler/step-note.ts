import { postList } from '../../server/kernel/bpmn/post-list.ts';
import type { Texts } from '../translations/texts.ts';
import type { DiagramElement } from './canvas/diagram.ts';
import { attributeOf, headersOf } from './model/step-facts.ts';
import type { Vocabulary } from './model/vocabulary.ts';
import { kindOf } from './steps/step-kind.ts';

/** What stands below a step's name: who does it, what is told, which rule decides. */
export function stepNote({ businessObject: step }: DiagramElement, vocabulary: Vocabulary, texts: Texts): string {
  const { text, pack } = texts;
  switch (kindOf(step)) {
    case 'user-task': {
      const post = attributeOf(step, 'grid:Assignment', 'post');
      if (post === undefined) return text('process.post.none');
      if (post.startsWith('='))
        return text(post.endsWith('reporterPost') ? 'process.note.reporter' : 'process.note.decided');
      return pack(vocabulary.posts.find(({ id }) => id === post)?.title ?? '');
    }
    case 'together': {
      const posts = attributeOf(step, 'grid:Approval', 'posts') ?? '';
      if (posts.startsWith('=')) return text('process.note.decided');
      const asked = postList(posts);
      // More than two names do not fit into a step.
      if (asked.length > 2) return text('process.note.together', { count: asked.length });
      const known = asked.flatMap((id) => vocabulary.posts.find((one) => one.id === id) ?? []);
      return known.map(({ title }) => pack(title)).join(text('list.comma'));
    }
    case 'notice': {
      const notice = headersOf(step).get('notice');
      return notice === undefined ? '' : text('process.kind.notice');
    }
    case 'rule': {
      const decision = attributeOf(step, 'zeebe:CalledDecision', 'decisionId');
      return pack(vocabulary.decisions.find(({ id }) => id === decision)?.title ?? '');
    }
    case 'job':
      return text('process.kind.job');
    default:
      return '';
  }
}
