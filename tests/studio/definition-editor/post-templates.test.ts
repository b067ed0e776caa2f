import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import postSchema from '../../../definitions/schema/posts.schema.json' with { type: 'json' };
import templateSchema from '../../../definitions/schema/post-template.schema.json' with { type: 'json' };
import roles from '../../../definitions/base/roles.json' with { type: 'json' };
import tianshui from '../../../definitions/tianshui-xiguan/posts.json' with { type: 'json' };
import type { Post } from '../../../server/kernel/organization/organization.ts';
import { planTemplate } from '../../../studio/definition-editor/post-templates/plan-template.ts';
import { postTemplates, type PostTemplate } from '../../../studio/definition-editor/post-templates/post-templates.ts';
import { definitionsFolder } from '../../packs/planted-pack.ts';

const street = tianshui.posts as readonly Post[];
const known = new Set(roles.roles.map(({ id }) => id));
const ids = (posts: readonly Post[]): readonly string[] => posts.map(({ id }) => id);

function template(id: string): PostTemplate {
  const found = postTemplates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no set ${id}`);
  return found;
}

describe('the ready sets of posts', () => {
  it('are all that the folder has', () => {
    const files = readdirSync(join(definitionsFolder, 'post-templates')).map((file) => file.replace('.json', ''));
    expect(postTemplates.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it.each(postTemplates.map((one) => [one.id, one] as const))(
    '%s is as its schema and that of posts say',
    (id, one) => {
      const ajv = new Ajv2020({ strict: false });
      const text: unknown = JSON.parse(readFileSync(join(definitionsFolder, `post-templates/${id}.json`), 'utf8'));
      const faults = (schema: object, data: unknown): unknown => (ajv.validate(schema, data) ? [] : ajv.errors);
      expect(faults(templateSchema, text)).toEqual([]);
      expect(faults(postSchema, { posts: one.posts })).toEqual([]);
      expect(one.posts.flatMap((post) => post.roles).filter((role) => !known.has(role))).toEqual([]);
    },
  );
});

describe('choosing a set', () => {
  it('that the street has already changes nothing', () => {
    expect(planTemplate(template('six-plus-x'), street, known, 'remove')).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
  });

  it('adds its posts below the street’s own upper post and keeps the others', () => {
    const { added, changed, removed } = planTemplate(template('one-one-n-x'), street, known, 'keep');

    expect([ids(added), changed, removed]).toEqual([['full-time-worker', 'part-time-worker', 'law-enforcer'], [], []]);
    expect(added[0]?.fallback).toBe('grid-head');
    const { added: alone } = planTemplate(template('one-grid-one-worker'), street, known, 'keep');
    expect(alone[0]).toMatchObject({ id: 'grid-service-manager', fallback: 'community-officer' });
  });

  it('takes the other posts of grids away when asked, and never those above', () => {
    const { removed } = planTemplate(template('one-one-n-x'), street, known, 'remove');

    expect(ids(removed)).toContain('mediator');
    expect(ids(removed)).not.toContain('grid-head');
    expect(removed.every(({ areaType }) => areaType === 'grid')).toBe(true);
  });

  it('changes numbers of a post that is there, and leaves its permissions', () => {
    const own = street.map((post) => (post.id === 'grid-head' ? { ...post, max: 3, roles: ['helper'] } : post));
    const { changed } = planTemplate(template('one-one-n-x'), own, known, 'keep');

    expect(changed).toMatchObject([{ id: 'grid-head', max: 1, roles: ['helper'], fallback: 'community-officer' }]);
  });
});
