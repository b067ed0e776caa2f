import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';

/** What a fault says, as it is written in its source. */
export interface Sentences {
  readonly file: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Every place in the sources of a folder that makes a fault: a code, and behind it a Chinese and an English sentence. */
export function faultSentencesIn(folder: string): readonly Sentences[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => sentencesIn(folder, file));
}

function sentencesIn(folder: string, file: string): readonly Sentences[] {
  const text = readFileSync(join(folder, file), 'utf8');
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
