import assistant from '../../../definitions/post-templates/assistant-and-courtyard-heads.json' with { type: 'json' };
import oneGridOne from '../../../definitions/post-templates/one-grid-one-worker.json' with { type: 'json' };
import oneOneNX from '../../../definitions/post-templates/one-one-n-x.json' with { type: 'json' };
import sixPlusX from '../../../definitions/post-templates/six-plus-x.json' with { type: 'json' };
import type { Post } from '../../../server/kernel/organization/organization.ts';

/** A ready set of posts of a grid (岗位配置), as `post-template.schema.json` describes it. */
export interface PostTemplate {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  /** What no source prints. */
  readonly assumed?: string;
  readonly posts: readonly Post[];
}

/** The sets that come with the program; a test holds that the folder has no other. */
export const postTemplates: readonly PostTemplate[] = [sixPlusX, oneOneNX, oneGridOne, assistant].map(
  (template) => template as unknown as PostTemplate,
);
