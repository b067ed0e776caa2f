import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const compiler = join(import.meta.dirname, '../../../server/kernel/bpmn/compile');

/** What a fault of the compiler says, as it is written in its source. */
interface Sentences {
  readonly file: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Every place in a file that makes a fault: a code, and behind it a Chinese and an English sentence. */
function sentencesIn(file: string): readonly Sentences[] {
  const text = readFileSync(join(compiler, file), 'utf8');
  const found: Sentences[] = [];
  const source = ({ start, end }: Node): string => text.slice(start, end);
  const add = (nodes: readonly (Node | undefined)[]): void => {
    const [code, zh, en] = nodes.map((node) => (node ? source(node) : ''));
    if (zh && en && /\p{Script=Han}/u.test(zh)) found.push({ file, code: code ?? '', zh, en });
  };
  new Visitor({
    CallExpression({ arguments: given }) {
      const at = given.findIndex(
        (argument) => /'[a-z]+(-[a-z]+)+'/.test(source(argument)) && !source(argument).includes('('),
      );
      if (at >= 0) add(given.slice(at, at + 3));
    },
    ObjectExpression({ properties }) {
      const named = (name: string): Node | undefined =>
        properties.flatMap((property) =>
          property.type === 'Property' && source(property.key) === name ? [property.value] : [],
        )[0];
      if (named('code')) add(['code', 'zh', 'en'].map(named));
    },
  }).visit(parseSync(file, text).program);
  return found;
}

const sentences = readdirSync(compiler, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(sentencesIn);

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
