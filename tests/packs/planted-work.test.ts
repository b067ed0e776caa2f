import { describe, expect, it } from 'vitest';
import { inFile, plantedPack, told, toldOf, type Plant } from './planted-pack.ts';

const process = 'processes/case-handling.bpmn';
const routing = 'decisions/handling-level.dmn';
const inProcess = (from: string, to: string): Plant => inFile(process, from, to);
const inRouting = (from: string, to: string): Plant => inFile(routing, from, to);
const inCaseType = (from: string, to: string): Plant => inFile('case-types/event.json', from, to);

/** Says something more of a user task. */
const inStep = (step: string, extension: string): Plant =>
  inProcess(`<grid:timeLimit limit="${step}"`, `${extension}<grid:timeLimit limit="${step}"`);

/** A boundary timer that takes 事件处理 away, leading to `target`. */
const timer = (target: string, interrupting: boolean): Plant =>
  inProcess(
    '<bpmn:endEvent id="closed"',
    `
  <bpmn:boundaryEvent id="late" name="太晚了" attachedToRef="handle" cancelActivity="${String(interrupting)}">
    <bpmn:outgoing>when-late</bpmn:outgoing>
    <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">="P5D"</bpmn:timeDuration></bpmn:timerEventDefinition>
  </bpmn:boundaryEvent>
  <bpmn:sequenceFlow id="when-late" sourceRef="late" targetRef="${target}" />
  <bpmn:endEvent id="closed"`,
  );

describe('a pack whose process is wrong', () => {
  it.each<[string, Plant, string]>([
    ['an unknown post', inProcess('post="grid-manager"', 'post="nobody"'), `post-unknown ${process}#investigate`],
    [
      'an unknown post in a mapping',
      inProcess('newGridPost else if', '&quot;nobody&quot; else if'),
      `post-unknown ${process}#assign`,
    ],
    [
      'an unknown post that is told',
      inStep('investigate', '<grid:told posts="community-officer nobody" />'),
      `post-unknown ${process}#investigate`,
    ],
    [
      'an unknown post that stands in',
      inProcess('post="grid-manager" area', 'post="grid-manager" fallback="nobody" area'),
      `post-unknown ${process}#investigate`,
    ],
    [
      'a duty of an unknown post',
      inStep('investigate', '<grid:duties substantive="=&quot;nobody&quot;" />'),
      `post-unknown ${process}#investigate`,
    ],
    [
      'told posts that nothing gives',
      inStep('investigate', '<grid:told posts="=route.nothing" />'),
      `variable-unknown ${process}#investigate`,
    ],
    [
      'an unknown post that decides with others',
      inStep('investigate', '<grid:approval mode="all" posts="grid-manager, nobody" field="finding" />'),
      `post-unknown ${process}#investigate`,
    ],
    [
      'a form without the answer of those who decide together',
      inStep('investigate', '<grid:approval mode="all" posts="grid-manager, grid-head" />'),
      `approval-without-answer ${process}#investigate`,
    ],
    [
      'more who must agree than are asked',
      inStep('investigate', '<grid:approval mode="vote" needed="3" posts="grid-manager, grid-head" />'),
      `approval-out-of-reach ${process}#investigate`,
    ],
    ['an unknown limit', inProcess('limit="assign"', 'limit="someday"'), `limit-unknown ${process}#assign`],
    [
      'an unknown limit in a mapping',
      inProcess('&quot;handle-grid&quot;', '&quot;someday&quot;'),
      `limit-unknown ${process}#assign`,
    ],
    ['an unknown ladder', inProcess('ladder="case-overdue"', 'ladder="stairs"'), `ladder-unknown ${process}#assign`],
    ['a missing form', inProcess('formId="assign"', 'formId="nothing"'), `form-unknown ${process}#assign`],
    [
      'no form at all',
      inProcess('<zeebe:formDefinition formId="assign" />', ''),
      `user-task-without-form ${process}#assign`,
    ],
    [
      'no post at all',
      inProcess('<grid:assignment post="grid-manager" area="=case.area" />', ''),
      `user-task-without-post ${process}#investigate`,
    ],
    [
      'no limit',
      inProcess('<grid:timeLimit limit="investigate" ladder="case-overdue" />', ''),
      `user-task-without-limit ${process}#investigate`,
    ],
    [
      'a missing decision',
      inProcess('decisionId="handling-level"', 'decisionId="dice"'),
      `decision-unknown ${process}#suggest-handler`,
    ],
    ['an unknown job', inProcess('type="grid:archive"', 'type="grid:burn"'), `job-type-unknown ${process}#archive`],
    [
      'a job for a system outside',
      inProcess('type="grid:archive"', 'type="archive.store"'),
      `job-external ${process}#archive`,
    ],
    [
      'a job no plugin adds',
      inProcess('type="webhook:send"', 'type="webhook:lose"'),
      `job-type-unknown ${process}#send-outcome`,
    ],
    [
      'a rule no plugin adds',
      inProcess('post="community-officer" area', 'rule="none:at-all" post="community-officer" area'),
      `assignment-rule-unknown ${process}#assign`,
    ],
    [
      'a job of another kind of process',
      inProcess('type="grid:archive"', 'type="grid:ladder-climb"'),
      `job-out-of-place ${process}#archive`,
    ],
    ['a job without its header', inProcess('key="notice"', 'key="paper"'), `job-header-missing ${process}#tell-posts`],
    [
      'a job that does not read its input',
      inProcess('target="area"', 'target="region"'),
      `job-input-unread ${process}#tell-posts`,
    ],
    ['an unknown notice', inProcess('value="case-informed"', 'value="shout"'), `notice-unknown ${process}#tell-posts`],
    [
      'a stage that is not declared',
      inProcess('<grid:stage id="archive" />', '<grid:stage id="attic" />'),
      `stage-unknown ${process}#archive`,
    ],
    [
      'a passed stage that is not declared',
      inProcess('stages="feedback"', 'stages="nap"'),
      `stage-unknown ${process}#no-answer-wanted`,
    ],
    [
      'an unknown field in a condition',
      inProcess('=case.onTheSpot', '=case.onTheMoon'),
      `variable-unknown ${process}#was-settled`,
    ],
    [
      'an unknown field in a mapping',
      inProcess('source="=finding"', 'source="=findings"'),
      `variable-unknown ${process}#investigate`,
    ],
    [
      'a variable that is only set later',
      inProcess('=case.onTheSpot', '=finding = "settled"'),
      `variable-unknown ${process}#was-settled`,
    ],
    [
      'an unknown column of a decision',
      inProcess('post="=route.post"', 'post="=route.person"'),
      `variable-unknown ${process}#handle`,
    ],
    [
      'wrong FEEL in a condition',
      inProcess('=finding != "confirmed"', '=finding !! "confirmed"'),
      `syntax-error ${process}#nothing-left`,
    ],
    ['wrong FEEL in a mapping', inProcess('source="=result"', 'source="=if result"'), `syntax-error ${process}#handle`],
    [
      'an unknown function',
      inProcess('=not(case.wantsAnswer)', '=never(case.wantsAnswer)'),
      `unknown-function ${process}#no-answer-wanted`,
    ],
    ['a gateway without default', inProcess(' default="not-solved"', ''), `gateway-without-default ${process}#solved`],
    [
      'a flow without condition',
      inProcess(
        '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=result = "solved"</bpmn:conditionExpression>',
        '',
      ),
      `condition-missing ${process}#was-solved`,
    ],
    [
      'a dead end',
      (planting) => {
        planting.text(process, '<bpmn:outgoing>after-archiving</bpmn:outgoing>', '');
        planting.text(process, '<bpmn:incoming>after-archiving</bpmn:incoming>', '');
        planting.text(
          process,
          '<bpmn:sequenceFlow id="after-archiving" sourceRef="archive" targetRef="appraise" />',
          '',
        );
      },
      `dead-end ${process}#archive`,
    ],
    [
      'an unreachable node',
      inProcess('<bpmn:endEvent id="closed"', '<bpmn:task id="island" name="孤岛" /><bpmn:endEvent id="closed"'),
      `node-unreachable ${process}#island`,
    ],
    ['an id used twice', inProcess('id="archive"', 'id="appraise"'), `id-duplicate ${process}#appraise`],
    [
      'a flow to nowhere',
      inProcess('targetRef="appraise"', 'targetRef="attic"'),
      `reference-unresolved ${process}#after-archiving`,
    ],
    ['broken XML', inProcess('</bpmn:process>', '</bpmn:proces>'), `xml-broken ${process}`],
    [
      'a DOCTYPE',
      inProcess('<bpmn:definitions', '<!DOCTYPE x [<!ENTITY a "b">]><bpmn:definitions'),
      `xml-doctype ${process}`,
    ],
    [
      'a beginning that nobody watches for',
      inProcess(
        '<bpmn:endEvent id="closed"',
        '<bpmn:startEvent id="knot"><bpmn:outgoing>untied</bpmn:outgoing><bpmn:conditionalEventDefinition id="if"><bpmn:condition>=true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:sequenceFlow id="untied" sourceRef="knot" targetRef="archive" /><bpmn:endEvent id="closed"',
      ),
      `element-unserved ${process}#knot`,
    ],
    [
      'a beginning by a time that nobody can tell before',
      inProcess(
        '<bpmn:endEvent id="closed"',
        '<bpmn:startEvent id="knot"><bpmn:outgoing>untied</bpmn:outgoing><bpmn:timerEventDefinition id="if"><bpmn:timeDate>=case.dueAt</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:sequenceFlow id="untied" sourceRef="knot" targetRef="archive" /><bpmn:endEvent id="closed"',
      ),
      `timer-wrong ${process}#knot`,
    ],
    ['a timer that closes the case by itself', timer('closed', true), `timer-closes-case ${process}#late`],
    ['a timer that archives and closes', timer('archive', true), `timer-closes-case ${process}#late`],
    ['a step without name', inProcess('name="任务指派"', ''), `user-task-without-name ${process}#assign`],
    [
      'a step in an unknown area',
      inProcess('post="grid-manager" area="=case.area"', 'post="grid-manager" area="=&quot;620502999&quot;"'),
      `area-unknown ${process}#investigate`,
    ],
    [
      'stages that pass without a reason',
      inProcess('because="已当场处理"', 'because=""'),
      `passes-without-reason ${process}#was-settled`,
    ],
    [
      'a time that is none',
      (planting) => {
        timer('raise-one-level', true)(planting);
        planting.text(process, '="P5D"', '="5 days"');
      },
      `timer-wrong ${process}#late`,
    ],
    [
      'an instant that is none',
      inFile('processes/meeting.bpmn', '=meeting.startsAt', '="tomorrow"'),
      'timer-wrong processes/meeting.bpmn#begins',
    ],
    [
      'a limit nobody uses',
      inFile(
        'limits.json',
        '"limits": [',
        '"limits": [{ "id": "spare", "title": "备用", "amount": 1, "unit": "days" },',
      ),
      'definition-unused limits.json#/limits/0',
    ],
    [
      'a ladder nobody climbs',
      (planting) =>
        planting.write(
          'ladders/spare.json',
          '{"id":"spare","title":"备用","rungs":[{"title":"一级","to":"street-office","told":[],"notice":"overdue-first"}]}',
        ),
      'definition-unused ladders/spare.json',
    ],
    [
      'a decision nobody asks',
      inProcess('decisionId="next-level"', 'decisionId="handling-level"'),
      'definition-unused decisions/next-level.dmn#next-level',
    ],
    [
      'a process nobody starts',
      (planting) => planting.write('processes/lonely.bpmn', lonely),
      'process-unused processes/lonely.bpmn#lonely',
    ],
    [
      'a call of a process that is not there',
      (planting) =>
        planting.write(
          'processes/lonely.bpmn',
          lonely
            .replace('targetRef="two"', 'targetRef="knot"')
            .replace(
              '</bpmn:process>',
              '<bpmn:callActivity id="knot" calledElement="attic" /><bpmn:sequenceFlow id="on" sourceRef="knot" targetRef="two" /></bpmn:process>',
            ),
        ),
      'process-unknown processes/lonely.bpmn#knot',
    ],
    [
      'a process id used twice',
      (planting) => planting.write('processes/twin.bpmn', lonely.replaceAll('lonely', 'action-item')),
      'id-duplicate processes/twin.bpmn#action-item',
    ],
    [
      'an unknown process for action items',
      inFile('processes/meeting.bpmn', 'value="action-item"', 'value="nothing"'),
      'process-unknown processes/meeting.bpmn#start-action-items',
    ],
    [
      'no process that climbs its ladder',
      (planting) => planting.remove('../base/processes/escalation.bpmn'),
      'process-unknown ladders/case-overdue.json',
    ],
    [
      'a personal field in a mapping',
      (planting) => {
        planting.text(
          'processes/action-item.bpmn',
          '<zeebe:formDefinition formId="action-item" />',
          '<zeebe:formDefinition formId="household" /><zeebe:ioMapping><zeebe:output source="=phone" target="phone" /></zeebe:ioMapping>',
        );
      },
      'personal-field-in-variables processes/action-item.bpmn#do-item',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });

  it('lets a timer remind, or hand over to somebody else', async () => {
    const reminding = await plantedPack(timer('archive', false));
    const handingOver = await plantedPack(timer('raise-one-level', true));

    expect(told([...reminding, ...handingOver]).filter((fault) => fault.startsWith('timer'))).toEqual([]);
  });

  it('knows nothing of what a system outside answers, and lets the step take it', async () => {
    const outside = inProcess(
      '<zeebe:taskDefinition type="webhook:send" retries="3" />',
      '<zeebe:taskDefinition type="hotline.report" /><zeebe:ioMapping><zeebe:output source="=receipt" target="receipt" /></zeebe:ioMapping>',
    );
    const faults = await toldOf(outside);
    expect(faults.filter((fault) => fault.includes(process))).toEqual([`job-external ${process}#send-outcome`]);
  });
});

const lonely = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://gridloom.dev/definitions">
  <bpmn:process id="lonely" isExecutable="true">
    <bpmn:startEvent id="one"><bpmn:outgoing>way</bpmn:outgoing></bpmn:startEvent>
    <bpmn:endEvent id="two"><bpmn:incoming>way</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="way" sourceRef="one" targetRef="two" />
  </bpmn:process>
</bpmn:definitions>`;

describe('a pack whose routing is wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'a category without route',
      inRouting('"facility-lamp", ', ''),
      'category-without-route case-types/event.json#/categories/1/children/0',
    ],
    [
      'a category with two routes',
      inRouting('<text>"hazard-traffic"', '<text>"hazard-traffic", "hazard-fire"'),
      'category-route-fails case-types/event.json#/categories/0/children/0',
    ],
    [
      'a rule for a category nobody has',
      inRouting('<text>"hazard-traffic"', '<text>"hazard-traffic", "hazard-flood"'),
      `route-category-unknown ${routing}#hazard-traffic`,
    ],
    ['a rule to an unknown post', inRouting('"patrol-worker"', '"nobody"'), `post-unknown ${routing}#hazard-fire`],
    [
      'a rule that tells an unknown post',
      inRouting('["grid-head", "community-police-officer"]', '["grid-head", "nobody"]'),
      `post-unknown ${routing}#hazard-fire`,
    ],
    ['a rule with an unknown limit', inRouting('"handle-urgent"', '"someday"'), `limit-unknown ${routing}#hazard-fire`],
    [
      'a rule with an unknown level',
      inRouting('<text>"grid"</text>', '<text>"planet"</text>'),
      `route-level-unknown ${routing}#hazard-fire`,
    ],
    [
      'a limit of the next level nobody knows',
      inFile('decisions/next-level.dmn', '"handle-street"', '"someday"'),
      'limit-unknown decisions/next-level.dmn#from-community',
    ],
    ['broken XML', inRouting('</decision>', '</decison>'), `xml-broken ${routing}`],
    ['a DOCTYPE', inRouting('<definitions', '<!DOCTYPE x><definitions'), `xml-doctype ${routing}`],
    [
      'a case type with an unknown process',
      inCaseType('"process": "case-handling"', '"process": "nothing"'),
      'process-unknown case-types/event.json#/process',
    ],
    [
      'a case type with an unknown form',
      inCaseType('"reportForm": "report"', '"reportForm": "nothing"'),
      'form-unknown case-types/event.json#/reportForm',
    ],
    [
      'a case type with an unknown decision',
      inCaseType('"routing": "handling-level"', '"routing": "dice"'),
      'decision-unknown case-types/event.json#/routing',
    ],
    [
      'a category id used twice',
      inCaseType('"facility-manhole"', '"facility-lamp"'),
      'id-duplicate case-types/event.json#/categories/1/children/1/id',
    ],
    [
      'a category about people',
      inCaseType('"title": "邻里"', '"title": "上访人员"'),
      'forbidden-personal-data case-types/event.json#/categories/3/children/0/title',
    ],
    [
      'a stage nothing reaches',
      inCaseType(
        '{ "id": "appraise", "title": "绩效考核" }',
        '{ "id": "appraise", "title": "绩效考核" }, { "id": "party", "title": "庆祝" }',
      ),
      'stage-unused case-types/event.json#/stages/7',
    ],
    [
      'numbers without counter',
      inCaseType('{counter:5}', '1'),
      'numbering-not-unique case-types/event.json#/numbering/pattern',
    ],
    [
      'numbers that repeat every year',
      inCaseType('{yyyy}-', ''),
      'numbering-not-unique case-types/event.json#/numbering/pattern',
    ],
    [
      'a counter of no width',
      inCaseType('{counter:5}', '{counter:five}'),
      'numbering-placeholder case-types/event.json#/numbering/pattern',
    ],
    [
      'a number with an unknown part',
      inCaseType('{yyyy}', '{dynasty}'),
      'numbering-placeholder case-types/event.json#/numbering/pattern',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack that sorts people', () => {
  it.each<[string, Plant, string]>([
    [
      'by a post',
      inFile('posts.json', '"title": "治安巡查员"', '"title": "重点人员管控员"'),
      'posts.json#/posts/4/title',
    ],
    [
      'by a meeting',
      inFile('meetings/dispute-coordination.json', '"title": "矛盾纠纷月协调会"', '"title": "稳控对象研判会"'),
      'meetings/dispute-coordination.json#/title',
    ],
    [
      'by a notice',
      inFile('notices/case-informed.json', '"text": "', '"text": "请核实上访人员。'),
      'notices/case-informed.json#/text',
    ],
    ['by a step', inProcess('name="任务指派"', 'name="登记吸毒人员"'), `${process}#assign`],
    [
      'in an invented case',
      inFile('demo/cases.json', '巷口散落两袋垃圾', '一名刑满释放人员丢了两袋垃圾'),
      'demo/cases.json#/cases/0/with/情况',
    ],
  ])('is refused: %s', async (_name, plant, place) => {
    expect(await toldOf(plant)).toContain(`forbidden-personal-data ${place}`);
  });
});
