import { describe, expect, it } from 'vitest';
import { findCategory } from '../../../server/kernel/cases/find-category.ts';
import { openCase } from '../../../server/kernel/cases/open-case.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { CaseTypeFile } from '../../../server/kernel/release/definitions.ts';
import { release } from '../world/small-street.ts';

const event = release.caseTypes.get('event') as CaseTypeFile;
const nested = [{ id: 'repair', title: '设施维修', children: [{ id: 'lamp', title: '路灯' }] }];
const opened = (data: JsonObject) =>
  openCase(event, { category: 'lamp', ...data }, { id: 'c1', area: 'g1', reporterPost: 'mediator', channel: 'worker' });

describe('the title of a case', () => {
  it.each([
    ['路灯不亮。两天了', '路灯不亮'],
    ['  井盖破了！快来修  ', '井盖破了'],
    ['楼道堆物；消防通道堵了', '楼道堆物'],
    ['第一行\n第二行', '第一行'],
    ['中华路与民主路交叉口东北角人行道上的路灯连续三天不亮', '中华路与民主路交叉口东北角人行道上的路灯连续三…'],
    [`${'𠮷'.repeat(30)}`, `${'𠮷'.repeat(23)}…`],
    ['', '路灯'],
    ['。。。', '路灯'],
  ])('is the first clause of “%s”', (description, title) => {
    expect(opened({ description }).title).toBe(title);
  });

  it('is that of its kind where nothing else is known', () => {
    expect(opened({ category: 'boat' }).title).toBe('事件');
  });
});

describe('the variables of a case', () => {
  it('are only what routing needs', () => {
    const data = { description: '不亮', place: '中华路 1 号', onTheSpot: true, wantsAnswer: true, phone: '139' };

    expect(opened(data).variables).toEqual({
      case: {
        id: 'c1',
        type: 'event',
        area: 'g1',
        category: 'lamp',
        channel: 'worker',
        onTheSpot: true,
        wantsAnswer: true,
        reporterPost: 'mediator',
      },
    });
  });

  it('are false where nothing was said', () => {
    expect(opened({})).toMatchObject({ onTheSpot: false, wantsAnswer: false, place: '' });
    expect(opened({ onTheSpot: 'yes', wantsAnswer: 1 })).toMatchObject({ onTheSpot: false, wantsAnswer: false });
  });
});

describe('a category', () => {
  it.each([
    ['repair', '设施维修', undefined],
    ['lamp', '路灯', '设施维修'],
  ])('%s is found at its level, with the one above', (id, title, above) => {
    expect(findCategory(nested, id)?.category.title).toBe(title);
    expect(findCategory(nested, id)?.parent?.title).toBe(above);
  });

  it('that does not exist is not found', () => {
    expect(findCategory(nested, 'boat')).toBeUndefined();
  });
});
