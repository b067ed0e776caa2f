import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DefinitionKind } from '../../../server/http/contract/drafts.ts';
import { manualPages, pageOfScreen } from '../../../studio/help/manual-pages.ts';
import { definitionGroups } from '../../../studio/packs/definition-groups.ts';

const folder = join(import.meta.dirname, '../../../studio/public/manual');
const pictures = manualPages.flatMap(({ sections }) => sections.flatMap(({ picture }) => picture ?? []));

describe('the manual', () => {
  it('has a page for the editor of every kind, and for every place of the configuration', () => {
    for (const kind of DefinitionKind.enum)
      expect([kind, pageOfScreen(`/definitions/${kind}/any`)?.id]).not.toContain('overview');
    for (const { id } of definitionGroups) expect(pageOfScreen(`/definitions?of=${id}`)?.id).not.toBe('overview');
    expect(pageOfScreen('/definitions')?.id).toBe('overview');
    expect(pageOfScreen('/definitions/changes')?.id).toBe('publish');
    expect(pageOfScreen('/cases')).toBeUndefined();
  });

  it('has a page for every screen on which areas, people and work are arranged', () => {
    const pages = {
      '/posts': 'holders',
      '/posts?q=x': 'holders',
      '/unheld': 'unheld',
      '/people': 'people',
      '/people/workbook': 'workbook',
      '/readiness': 'readiness',
      '/user-tasks': 'work',
      '/definitions/calendar-changes': 'calendar',
      '/definitions/calendar/china': 'calendar',
      '/definitions/areas/areas': 'areas',
    };
    for (const [screen, page] of Object.entries(pages))
      expect([screen, pageOfScreen(screen)?.id]).toEqual([screen, page]);
  });

  it('shows a picture on every page, each of which exists and claims something of its screen', () => {
    for (const { id, sections } of manualPages)
      expect([id, sections.some(({ picture }) => picture !== undefined)]).toEqual([id, true]);
    for (const { file, shows } of pictures) {
      expect([file, existsSync(join(folder, `${file}.png`))]).toEqual([file, true]);
      expect([file, shows.length]).not.toEqual([file, 0]);
    }
  });

  it('keeps no picture that no page shows', () => {
    const kept = globSync('*.png', { cwd: folder }).map((name) => name.replace('.png', ''));
    expect(kept.toSorted()).toEqual(pictures.map(({ file }) => file).toSorted());
  });

  it('is written in short sentences', () => {
    const sentences = manualPages.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps));
    const parts = sentences.flatMap(({ zh }) => zh.split(/[。；：]/));
    expect(parts.filter((part) => part.length > 45)).toEqual([]);
  });
});
