import { catching, names } from './event-definitions.ts';
import { end, processOf, start, user } from './run-model.ts';

/** A step of a run: a message comes. */
export const message = (name: string, variables = {}) => ({ do: 'message', name, variables }) as const;

/** A step of a run: a signal is sent. */
export const signal = (name: string) => ({ do: 'signal', name }) as const;

/** A process that waits at `c` for an event of some definitions. */
export const caught = (definitions: string, attributes = ''): string =>
  names + processOf('p', `${start}${catching('c', definitions, attributes)}${end}`, 's -> c -> e');

/** A process whose user task `u` has them at its boundary. */
export const bounded = (definitions: string, attributes: string): string =>
  names +
  processOf(
    'p',
    `${start}${user('u')}<boundaryEvent id="b" attachedToRef="u" ${attributes}>${definitions}</boundaryEvent>${end}<endEvent id="f"/>`,
    's -> u -> e',
    'b -> f',
  );
