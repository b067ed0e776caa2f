import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawn, openDrawnStreet, type DrawnStreet } from './drawn-street.ts';

const calls = drawn(`
  <bpmn:process id="caller" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="call" />
    <bpmn:callActivity id="call" calledElement="callee"/>
    <bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>
  <bpmn:process id="callee" isExecutable="true">
    <bpmn:startEvent id="cs" /><bpmn:sequenceFlow id="c1" sourceRef="cs" targetRef="wait" />
    <bpmn:receiveTask id="wait" messageRef="m" /><bpmn:sequenceFlow id="c2" sourceRef="wait" targetRef="ce" /><bpmn:endEvent id="ce" />
  </bpmn:process>
  <bpmn:process id="sender" isExecutable="true">
    <bpmn:startEvent id="ss" /><bpmn:sequenceFlow id="x1" sourceRef="ss" targetRef="throw" />
    <bpmn:endEvent id="throw"><bpmn:messageEventDefinition id="md" messageRef="m" /></bpmn:endEvent>
  </bpmn:process>
  <bpmn:message id="m" name="visited"><bpmn:extensionElements><zeebe:subscription correlationKey="=household" /></bpmn:extensionElements></bpmn:message>
`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(calls);
});
afterAll(() => street.close());

describe('what instances say to each other', () => {
  test('a called process runs as an instance of its own, gets its message, and its caller goes on with what it ended with', async () => {
    const caller = await street.begin('caller', { household: 'H1' });
    await street.settle();
    expect(await street.instances()).toEqual(['caller running', 'callee running']);
    await street.begin('sender', { household: 'H1' });
    await street.settle();
    expect(await street.instances()).toEqual(['caller completed', 'callee completed', 'sender completed']);
    expect(await street.statusOf(caller)).toBe('completed');
  });
});
