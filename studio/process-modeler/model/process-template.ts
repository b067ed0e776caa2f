import { encodeXml, readXmlText, type TextElement } from '../preserve/xml-text.ts';
import { areaOf } from '../steps/new-step.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words a new process begins with. */
export interface TemplateWords {
  readonly start: string;
  readonly step: string;
  readonly end: string;
}

/**
 * A process of one user task that passes all checks: done by the first post of an upper level where the case is, within
 * the first limit, with the first form.
 */
export function processTemplate(id: string, title: string, words: TemplateWords, vocabulary: Vocabulary): string {
  const post = vocabulary.posts.find(({ group }) => group === 'upper') ?? vocabulary.posts[0];
  const text = (value: string): string => encodeXml(value, '"');
  const extensions = [
    ...(post === undefined ? [] : [`<grid:assignment post="${text(post.id)}" area="${areaOf('case') ?? ''}" />`]),
    ...vocabulary.limits.slice(0, 1).map((limit) => `<grid:timeLimit limit="${text(limit.id)}" />`),
    ...vocabulary.forms.slice(0, 1).map((form) => `<zeebe:formDefinition formId="${text(form.id)}" />`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:grid="https://gridloom.dev/schema/grid/1.0"
  id="${id}-definitions" targetNamespace="https://gridloom.dev/definitions">
  <bpmn:process id="${id}" name="${text(title)}" isExecutable="true">
    <bpmn:startEvent id="begin" name="${text(words.start)}">
      <bpmn:outgoing>after-begin</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="handle" name="${text(words.step)}">
      <bpmn:extensionElements>
        ${extensions.join('\n        ')}
      </bpmn:extensionElements>
      <bpmn:incoming>after-begin</bpmn:incoming>
      <bpmn:outgoing>after-handling</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="closed" name="${text(words.end)}">
      <bpmn:incoming>after-handling</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="after-begin" sourceRef="begin" targetRef="handle" />
    <bpmn:sequenceFlow id="after-handling" sourceRef="handle" targetRef="closed" />
  </bpmn:process>
${templateDrawing(id)}</bpmn:definitions>
`;
}

/** Where the three steps of the template stand. */
function templateDrawing(id: string): string {
  return `  <bpmndi:BPMNDiagram id="${id}-diagram">
    <bpmndi:BPMNPlane id="${id}-plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="begin-shape" bpmnElement="begin">
        <dc:Bounds x="160" y="162" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="164" y="204" width="28" height="17" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="handle-shape" bpmnElement="handle">
        <dc:Bounds x="240" y="151" width="112" height="58" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="closed-shape" bpmnElement="closed">
        <dc:Bounds x="396" y="162" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="400" y="204" width="28" height="17" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="after-begin-edge" bpmnElement="after-begin">
        <di:waypoint x="196" y="180" />
        <di:waypoint x="240" y="180" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="after-handling-edge" bpmnElement="after-handling">
        <di:waypoint x="352" y="180" />
        <di:waypoint x="396" y="180" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
`;
}

/**
 * A copy of a process under another id and name. Everything else stays as it is written; what refers to the process by
 * its id refers to the copy.
 *
 * @param from the id of the process that is copied
 */
export function copyProcess(xml: string, from: string, id: string, title: string): string {
  const cuts: { readonly at: number; readonly end: number; readonly words: string }[] = [];
  const replace = (at: number, end: number, words: string): void => void cuts.push({ at, end, words });
  for (const element of everythingIn(readXmlText(xml))) {
    const isProcess = element.key.endsWith('}process') && element.attributes.get('id')?.value === from;
    for (const [name, attribute] of element.attributes) {
      const isItself = (isProcess && name === 'id') || name === 'bpmnElement' || name === 'processRef';
      if (isItself && attribute.value === from) replace(attribute.valueStart, attribute.valueEnd, id);
      if (isProcess && name === 'name') replace(attribute.valueStart, attribute.valueEnd, encodeXml(title, '"'));
    }
  }
  return cuts
    .toSorted((one, other) => other.at - one.at)
    .reduce((text, { at, end, words }) => text.slice(0, at) + words + text.slice(end), xml);
}

function everythingIn(element: TextElement): TextElement[] {
  return [element, ...element.children.flatMap(everythingIn)];
}

/** `process-2`: the first id of that kind that nothing has yet. */
export function freeId(taken: readonly string[]): string {
  const known = new Set(taken);
  let count = 1;
  while (known.has(`process-${count}`)) count += 1;
  return `process-${count}`;
}
