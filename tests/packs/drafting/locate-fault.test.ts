import { describe, expect, it } from 'vitest';
import type { PackFault } from '../../../server/kernel/compilation/pack-fault.ts';
import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import { locateFault } from '../../../server/packs/drafting/locate-fault.ts';
import { packFile } from '../../../server/packs/drafting/pack-file.ts';

const pack: PackFolder = {
  id: 'street',
  files: new Map(
    [
      packFile('posts.json', JSON.stringify({ posts: [{ id: 'head' }, { id: 'helper' }] })),
      packFile('forms/handle.form.json', JSON.stringify({ id: 'handle' })),
      packFile('processes/case.bpmn', '<definitions><process id="p" name="办事 &amp; 答复"/></definitions>'),
      packFile('demo/people.json', '{}'),
    ].map((file) => [file.path, file]),
  ),
};

const fault = (file: string, place: string, zh = ''): PackFault => ({
  code: 'x',
  severity: 'error',
  pack: 'street',
  file,
  place,
  zh,
  en: '',
});

describe('a fault is told at the definition people edit', () => {
  it.each([
    ['posts.json', '/posts/1/min', { kind: 'post', id: 'helper', place: '/min' }],
    ['posts.json', '/posts/helper/min', { kind: 'post', id: 'helper', place: '/min' }],
    ['posts.json', '/posts/1', { kind: 'post', id: 'helper', place: '' }],
    ['posts.json', '/posts/7/min', { kind: null, id: null, place: '/posts/7/min' }],
    ['posts.json', '', { kind: null, id: null, place: '' }],
    ['forms/handle.form.json', '/schema/title', { kind: 'form', id: 'handle', place: '/schema/title' }],
    ['processes/case.bpmn', 'assign', { kind: 'process', id: 'case', place: 'assign' }],
    ['demo/people.json', '/people/0', { kind: null, id: null, place: '/people/0' }],
    ['gone.json', '', { kind: null, id: null, place: '' }],
  ])('%s#%s', (file, place, expected) => {
    expect(locateFault(fault(file, place), [pack])).toMatchObject(expected);
  });

  it('without the names of files and members, which nobody sees there', () => {
    const said = '没有岗位「x」。请在 posts.json 里加上。「一年」少写了「调休」（makeUpDays）。';
    expect(locateFault(fault('posts.json', '', said), [pack]).zh).toBe(
      '没有岗位「x」。请在「岗位」里加上。「一年」少写了「调休」。',
    );
  });
});
