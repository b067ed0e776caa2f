import { describe, expect, it } from 'vitest';
import { maskValue } from '../../../server/kernel/forms/mask-value.ts';
import {
  joinPersonal,
  maskPersonal,
  splitPersonal,
  withoutPersonal,
} from '../../../server/kernel/forms/personal-values.ts';
import { formOf, reportForm } from './form-examples.ts';

const filled = { category: 'lamp', reporter: { name: '王小明', phone: '13812342046', wantsAnswer: true } };

describe('personal values', () => {
  it('are taken out with their places', () => {
    expect(splitPersonal(reportForm, filled)).toEqual({
      plain: { category: 'lamp', reporter: { wantsAnswer: true } },
      personal: [
        { pointer: '/reporter/name', class: 'personal', mask: 'name', value: '王小明' },
        { pointer: '/reporter/phone', class: 'personal', mask: 'phone', value: '13812342046' },
      ],
    });
  });

  it('go back into the same places', () => {
    const { plain, personal } = splitPersonal(reportForm, filled);

    expect(joinPersonal(plain, personal)).toEqual(filled);
  });

  it('are taken out of every row of a table', () => {
    const people = {
      type: 'array',
      title: '参加人',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: '姓名', 'x-pii': 'personal', 'x-mask': 'name' },
          seat: { type: 'integer', title: '座位' },
        },
      },
    };
    const data = {
      people: [
        { name: '王一', seat: 1 },
        { name: '李二', seat: 2 },
      ],
    };
    const { plain, personal } = splitPersonal(formOf({ people }), data);

    expect(plain).toEqual({ people: [{ seat: 1 }, { seat: 2 }] });
    expect(personal.map((one) => one.pointer)).toEqual(['/people/0/name', '/people/1/name']);
    expect(joinPersonal(plain, personal)).toEqual(data);
  });

  it('never reach the variables of a process', () => {
    expect(withoutPersonal(reportForm, filled)).toEqual({ category: 'lamp', reporter: { wantsAnswer: true } });
  });

  it('are shown masked in their places', () => {
    expect(maskPersonal(reportForm, filled)).toEqual({
      category: 'lamp',
      reporter: { name: '王**', phone: '138****2046', wantsAnswer: true },
    });
  });

  it('of a row that is gone stay out', () => {
    expect(joinPersonal({ people: [] }, [{ pointer: '/people/0/name', value: '王一' }])).toEqual({ people: [] });
  });

  it('hide a whole group that is marked', () => {
    const health = {
      type: 'object',
      title: '护理',
      'x-pii': 'sensitive',
      properties: { need: { type: 'string', title: '需要' } },
    };

    expect(splitPersonal(formOf({ health }), { health: { need: 'x' } })).toEqual({
      plain: {},
      personal: [{ pointer: '/health', class: 'sensitive', mask: 'all', value: { need: 'x' } }],
    });
  });
});

describe('a mask', () => {
  it.each([
    ['name', '王小明', '王**'],
    ['name', '欧阳', '欧**'],
    ['name', '𠮷田', '𠮷**'],
    ['phone', '13812342046', '138****2046'],
    ['phone', '0938-8212345', '093****2345'],
    ['phone', '8212345', '****'],
    ['address', '西关正街21号楼3单元402室', '西关正街****'],
    ['address', '天水市秦州区西关街道忠义巷社区', '天水市秦州区****'],
    ['address', '忠义巷十二号', '忠义巷****'],
    ['all', '随便什么', '****'],
  ] as const)('%s of %s is %s', (mask, value, shown) => {
    expect(maskValue(mask, value)).toBe(shown);
  });

  it.each([[7], [null], [''], [['a']]])('of %s, which is no text, tells nothing', (value) => {
    expect(maskValue('name', value)).toBe('****');
  });
});
