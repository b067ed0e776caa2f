import type { Telling } from './speaker.ts';

/** How what an instance listens to, and what it hears, is told to an operator. */
export const heardTelling = {
  'subscription-opened': ({ id, subscription }, say) => [
    `「${say.at(id)}」开始等${subscription.name === '' ? '条件' : `「${subscription.name}」`}。`,
    `"${say.enAt(id)}" listens to ${subscription.name === '' ? 'a condition' : `"${subscription.name}"`}.`,
  ],
  'subscription-closed': ({ id }, say) => [`「${say.at(id)}」不再等。`, `"${say.enAt(id)}" listens no more.`],
  'event-triggered': ({ id }, say) => [`「${say.at(id)}」等的事来了。`, `What "${say.enAt(id)}" waited for came.`],
  'event-heard': ({ id }, say) => [
    `「${say.at(id)}」等的几件事来了一件。`,
    `One of the events "${say.enAt(id)}" waits for came.`,
  ],
  'events-gathered': ({ key }, say) => [
    `「${say.step(key)}」等的几件事都来了，重新等。`,
    `All events "${say.enStep(key)}" waits for came; it waits for them anew.`,
  ],
  'condition-changed': ({ id, holds }, say) => [
    `「${say.at(id)}」的条件${holds ? '成立' : '不成立'}了。`,
    `The condition of "${say.enAt(id)}" ${holds ? 'holds' : 'holds no more'}.`,
  ],
} satisfies Partial<Telling>;
