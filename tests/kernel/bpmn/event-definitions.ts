/** Definitions of events, as they stand inside an event of a BPMN file. */

export const ofMessage = (name: string): string => `<messageEventDefinition messageRef="${name}"/>`;
export const ofSignal = (name: string): string => `<signalEventDefinition signalRef="${name}"/>`;
export const ofError = (ref = ''): string => `<errorEventDefinition ${ref && `errorRef="${ref}"`}/>`;
export const ofEscalation = (ref = ''): string => `<escalationEventDefinition ${ref && `escalationRef="${ref}"`}/>`;
export const ofLink = (name: string): string => `<linkEventDefinition name="${name}"/>`;
export const ofCondition = (source: string): string =>
  `<conditionalEventDefinition><condition xsi:type="tFormalExpression">=${source.replaceAll('<', '&lt;')}</condition></conditionalEventDefinition>`;
export const after = (duration: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${duration}</timeDuration></timerEventDefinition>`;
export const on = (date: string): string =>
  `<timerEventDefinition><timeDate xsi:type="tFormalExpression">${date}</timeDate></timerEventDefinition>`;
export const every = (cycle: string): string =>
  `<timerEventDefinition><timeCycle xsi:type="tFormalExpression">${cycle}</timeCycle></timerEventDefinition>`;

export const terminate = '<terminateEventDefinition/>';
export const compensate = '<compensateEventDefinition/>';

export const starting = (id: string, definitions: string, attributes = ''): string =>
  `<startEvent id="${id}" ${attributes}>${definitions}</startEvent>`;
export const catching = (id: string, definitions: string, attributes = ''): string =>
  `<intermediateCatchEvent id="${id}" ${attributes}>${definitions}</intermediateCatchEvent>`;
export const throwing = (id: string, definitions: string, inside = ''): string =>
  `<intermediateThrowEvent id="${id}">${inside}${definitions}</intermediateThrowEvent>`;
export const ending = (id: string, definitions: string): string => `<endEvent id="${id}">${definitions}</endEvent>`;

/** Needs all of its definitions. */
export const parallelMultiple = 'parallelMultiple="true"';

/** What an event refers to, by names. */
export const names =
  '<message id="m" name="m"/><message id="n" name="n"/><signal id="g" name="g"/><signal id="h" name="h"/><error id="e1" errorCode="E1"/><escalation id="x1" escalationCode="X1"/>';
