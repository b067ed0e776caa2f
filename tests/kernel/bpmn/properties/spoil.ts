import type { Dice } from './dice.ts';

interface Spoilt {
  readonly xml: string;
  readonly how: string;
}

type Spoiling = (xml: string, dice: Dice) => string;

const flows = /<sequenceFlow [^>]*>.*?<\/sequenceFlow>/g;

/** Ways to spoil a model: some break a rule of the standard, some only make it run otherwise than it was meant. */
const spoilings: { readonly [how: string]: Spoiling } = {
  'a flow is missing': (xml, dice) => replaceOne(xml, flows, dice, () => ''),
  'a flow leads elsewhere': (xml, dice) => {
    const targets = [...xml.matchAll(/targetRef="([^"]+)"/g)].map(([, id = '']) => id);
    return replaceOne(xml, /(?<=<sequenceFlow [^>]*targetRef=")[^"]+/g, dice, () => dice.pick(targets));
  },
  'a flow comes from elsewhere': (xml, dice) => {
    const sources = [...xml.matchAll(/sourceRef="([^"]+)"/g)].map(([, id = '']) => id);
    return replaceOne(xml, /(?<=<sequenceFlow [^>]*sourceRef=")[^"]+/g, dice, () => dice.pick(sources));
  },
  'a gateway is of another kind': (xml, dice) => {
    const kinds = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway'];
    const other = dice.pick(kinds);
    return replaceOne(xml, /<(\w+Gateway) ([^>]*)>(.*?)<\/\1>/g, dice, (found) =>
      found.replaceAll(/\w+Gateway/g, other),
    );
  },
  'two elements have one id': (xml, dice) => {
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    return replaceOne(xml, /(?<= id=")[^"]+/g, dice, () => dice.pick(ids));
  },
  'an expression is broken': (xml, dice) => replaceOne(xml, / &gt;= /g, dice, () => ' &gt; = then '),
  'a choice has no default': (xml, dice) => replaceOne(xml, /default="[^"]+"/g, dice, () => ''),
  'an end is missing': (xml, dice) => replaceOne(xml, /<endEvent [^>]*>.*?<\/endEvent>/g, dice, () => ''),
  'a start is missing': (xml, dice) => replaceOne(xml, /<startEvent [^>]*>.*?<\/startEvent>/g, dice, () => ''),
  'an event hangs on something else': (xml, dice) => {
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    return replaceOne(xml, /(?<=attachedToRef=")[^"]+/g, dice, () => dice.pick(ids));
  },
  'nobody catches an error': (xml, dice) => replaceOne(xml, /<errorEventDefinition[^>]*>/g, dice, () => ''),
};

/** Spoils a file in one of many ways. */
export function spoilt(xml: string, dice: Dice): Spoilt {
  for (;;) {
    const how = dice.pick(Object.keys(spoilings));
    const other = spoilings[how]?.(xml, dice) ?? xml;
    if (other !== xml) return { xml: other, how };
  }
}

function replaceOne(xml: string, pattern: RegExp, dice: Dice, by: (found: string) => string): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const { 0: text, index } = dice.pick(found);
  return xml.slice(0, index) + by(text) + xml.slice(index + text.length);
}
