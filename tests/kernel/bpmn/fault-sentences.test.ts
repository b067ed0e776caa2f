import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultSentencesIn } from './fault-sentences-in.ts';

const sentences = faultSentencesIn(join(import.meta.dirname, '../../../server/kernel/bpmn/compile'));

/** Words an English sentence tells somebody to do something with, where it begins or goes on. */
const mends =
  /(?:^|[.:;,'`"?] ?|, or )(?:add|associate|attach|change|check|choose|connect|draw|give|keep|lead|make|mark|move|name|point|put|refer|remove|rename|replace|rewrite|say|split|start|take|use|write)\b/i;

describe('every sentence the compiler finds fault with', () => {
  it('is found, wherever it is written', () => {
    expect(sentences.length).toBeGreaterThan(80);
    expect(new Set(sentences.map(({ file }) => file)).size).toBeGreaterThan(15);
  });

  it('says in Chinese what to do about it', () => {
    expect(sentences.filter(({ zh }) => !zh.includes('请')).map(({ code, zh }) => `${code} ${zh}`)).toEqual([]);
  });

  it('says in English what to do about it', () => {
    expect(sentences.filter(({ en }) => !mends.test(en)).map(({ code, en }) => `${code} ${en}`)).toEqual([]);
  });

  it('ends as a sentence does, in both languages', () => {
    const open = sentences.filter(({ zh, en }) => !/[。]['`)]?$/.test(zh) || !/\.['`)]?$/.test(en));

    expect(open.map(({ code, zh, en }) => `${code} ${zh} ${en}`)).toEqual([]);
  });
});
