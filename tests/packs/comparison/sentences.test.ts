import { describe, expect, it } from 'vitest';
import { compareDefinitions, type DefinitionChange } from '../../../server/packs/comparison/compare-definitions.ts';
import { shippedPacks, withFiles } from './compared.ts';

describe('a clerk reads what is different', async () => {
  const packs = await shippedPacks();
  const compared = (files: { readonly [path: string]: string | null }): Promise<readonly DefinitionChange[]> =>
    compareDefinitions({ packs }, { packs: withFiles(packs, files) });
  /** A file with texts replaced; each must be there. */
  const edited = (
    path: string,
    ...edits: readonly (readonly [from: string, to: string])[]
  ): { [path: string]: string } => {
    let text = packs.at(-1)?.files.get(path)?.text ?? '';
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      text = text.replace(from, to);
    }
    return { [path]: text };
  };
  const said = async (files: { readonly [path: string]: string | null }): Promise<readonly string[]> =>
    (await compared(files)).flatMap(({ sentences }) => sentences.map(({ zh }) => zh));

  it.each<[name: string, path: string, from: string, to: string, ...sentences: readonly string[]]>([
    [
      'a limit',
      'limits.json',
      '"title": "网格处理",\n      "amount": 3',
      '"title": "网格处理",\n      "amount": 2',
      '办理时限「网格处理」由 3 个工作日改为 2 个工作日',
    ],
    [
      'how many people a post has',
      'posts.json',
      '"min": 1,\n      "max": 2',
      '"min": 2,\n      "max": 2',
      '岗位「民情气象员」每格人数由 1–2 改为 2',
    ],
    [
      'other numbers in grids of a kind',
      'posts.json',
      '"id": "mediator",',
      '"id": "mediator", "byKind": [{ "areaKind": "lane", "required": true, "min": 2, "max": 3 }],',
      '岗位「矛盾纠纷调解员」在街巷型网格的人数由和别处一样改为 2–3（必须配）',
    ],
    [
      'how long somebody may cover a post',
      'posts.json',
      '"id": "mediator",',
      '"id": "mediator", "coverDays": 30,',
      '岗位「矛盾纠纷调解员」一次顶岗最多的天数由 92 天改为 30 天',
    ],
    [
      'which cases the holders of a post see',
      'posts.json',
      '"id": "mediator",',
      '"id": "mediator", "categories": ["dispute"],',
      '岗位「矛盾纠纷调解员」管的事件由所有类别改为「矛盾纠纷」',
    ],
    [
      'a split from a day on',
      'areas.json',
      '"codePatterns"',
      `"changes": [{ "on": "2027-01-01", "kind": "split", "from": ["620502005001001"], "to": ["620502005001002", "620502005001003"] }],
  "codePatterns"`,
      '从 2027-01-01 起「西关 01 网格」（620502005001001）拆分为「西关 02 网格」（620502005001002）、「西关 03 网格」（620502005001003），没有办完的事跟着走',
    ],
    [
      'a unit beside the tree',
      'areas.json',
      '"codePatterns"',
      `"units": [{ "id": "u-housing", "name": "住建所", "attachedTo": "620502005", "kind": "station" }],
  "codePatterns"`,
      '增加单位「住建所」（站所，设在「西关街道」）',
    ],
    [
      'who is told of a step',
      'processes/case-handling.bpmn',
      '<grid:timeLimit limit="investigate"',
      '<grid:told posts="grid-head, community-officer" /><grid:timeLimit limit="investigate"',
      '「调查落实」的抄送岗位定为「网格长」、「社区综治专干」',
    ],
    [
      'that several decide together',
      'processes/case-handling.bpmn',
      '<grid:timeLimit limit="investigate"',
      '<grid:approval mode="vote" needed="2" posts="grid-manager grid-head" /><grid:timeLimit limit="investigate"',
      '「调查落实」的合议办法定为票签（按票数）',
      '「调查落实」的合议岗位定为「网格管理员」、「网格长」',
      '「调查落实」的通过票数定为 2',
    ],
    [
      'when a meeting is held',
      'meetings/dispute-coordination.json',
      '"day": 20, "time": "15:00"',
      '"nth": 1, "weekday": 4, "time": "14:30"',
      '例会「矛盾纠纷月协调会」由每月 20 日 15:00 改为每月第一个周四 14:30',
    ],
    [
      'a rule of a form',
      'forms/report.form.json',
      '"rules": [',
      '"rules": [{ "when": { "all": [{ "field": "category", "equals": "hazard-fire" }] }, "require": ["photos"] },',
      '表单「报事件」增加规定：「类别」是「消防」时，「照片」必填',
    ],
    [
      'a rule of a form about a whole class of categories',
      'forms/report.form.json',
      '"rules": [',
      '"rules": [{ "when": { "all": [{ "field": "category", "group": "环境卫生" }, { "field": "onTheSpot", "not": true }] }, "require": ["photos"] },',
      '表单「报事件」增加规定：「类别」是「环境卫生」这一类，并且「已当场处理」不是「是」时，「照片」必填',
    ],
    [
      'the right to a question at a step',
      'forms/report.form.json',
      '"rights": {}',
      '"rights": { "assign": { "reporterPhone": "hide" } }',
      '表单「报事件」在「任务指派」，「反映人电话」由可填改为看不到',
    ],
    [
      'where a case goes',
      'decisions/handling-level.dmn',
      '<text>"community-police-officer"</text>',
      '<text>"street-office"</text>',
      '分派规则「问题分层处理」：「交通」的「由哪个岗位办」由「社区民警」改为「街道综治办主任」',
    ],
    [
      'the condition of a route',
      'processes/case-handling.bpmn',
      '=result = "solved"',
      '=result = "solved" or case.onTheSpot',
      '路线「已解决」的条件由「处理结果」是「已解决」改为「处理结果」是「已解决」，或者「已当场处理」选“是”',
    ],
    [
      'how long a step may take',
      'processes/case-handling.bpmn',
      'limit="investigate"',
      'limit="handle-grid"',
      '「调查落实」的办理时限由 1 个工作日改为 3 个工作日',
    ],
    [
      'how long signing for a step may take, and who is told when it is late',
      'processes/case-handling.bpmn',
      '<grid:timeLimit limit="investigate"',
      '<grid:timeLimit limit="assign" stage="sign-for" ladder="case-overdue" /><grid:timeLimit limit="investigate"',
      '「调查落实」的签收时限定为 4 个工作时',
      '「调查落实」的签收超期后的逐级上报定为「超期逐级上报」',
    ],
    [
      'who may extend a limit, and how often',
      'limits.json',
      '"id": "assign",',
      '"id": "assign", "extensions": [{ "by": "grid-head", "most": { "amount": 4, "unit": "workingHours" } }],',
      '办理时限「任务指派」可以延期：第 1 次由「网格长」办，最多 4 个工作时',
    ],
    [
      'who may pause a limit',
      'limits.json',
      '"id": "assign",',
      '"id": "assign", "pause": { "by": "grid-head", "longestDays": 30 },',
      '办理时限「任务指派」可以挂起：由「网格长」办，最长 30 天',
    ],
    [
      'a shape that was moved',
      'processes/case-handling.bpmn',
      'x="310" y="151"',
      'x="320" y="151"',
      '流程「事件办理」的图形位置有调整，办法不变',
    ],
    [
      'a rung of a ladder',
      'ladders/case-overdue.json',
      '"to": "street-office"',
      '"to": "street-deputy"',
      '逐级上报规则「超期逐级上报」第 2 级「二级：街道」的交给哪个岗位由「街道综治办主任」改为「分管副主任」',
    ],
    [
      'an area that belongs elsewhere',
      'areas.json',
      '"kind": "lane", "parent": "620502005001"',
      '"kind": "lane", "parent": "620502005002"',
      '「西关 01 网格」由「西关社区」划到「育才社区」',
    ],
  ])('%s', async (_name, path, from, to, ...sentences) => {
    expect(await said(edited(path, [from, to]))).toEqual(sentences);
  });

  it('a timer that listens to a time limit, by the moment it listens to', async () => {
    const path = 'processes/case-handling.bpmn';
    const listening = (how: string) =>
      edited(path, [
        '<bpmn:endEvent id="closed"',
        `<bpmn:boundaryEvent id="late" name="提醒" attachedToRef="investigate" cancelActivity="false"><bpmn:extensionElements>
          <grid:listensTo ${how} /></bpmn:extensionElements><bpmn:timerEventDefinition id="t" /></bpmn:boundaryEvent>
         <bpmn:endEvent id="closed"`,
      ]);
    const changes = await compareDefinitions(
      { packs: withFiles(packs, listening('clock="due"')) },
      { packs: withFiles(packs, listening('clock="overdue" after="PT2H"')) },
    );

    expect(changes.flatMap(({ sentences }) => sentences.map(({ zh }) => zh))).toEqual([
      '「提醒」的时间由办理时限到期时改为办理时限超期 2 小时后',
    ]);
  });

  it('a new step with who, where, how long and its place, and not every line that was drawn anew', async () => {
    const sentences = await said(
      edited('processes/case-handling.bpmn', [
        '<bpmn:sequenceFlow id="after-archiving" sourceRef="archive" targetRef="appraise" />',
        `<bpmn:userTask id="verify" name="核查"><bpmn:extensionElements>
           <grid:assignment post="grid-head" area="=case.area" /><grid:timeLimit limit="feedback" />
         </bpmn:extensionElements></bpmn:userTask>
         <bpmn:sequenceFlow id="after-archiving" sourceRef="archive" targetRef="verify" />
         <bpmn:sequenceFlow id="after-verifying" sourceRef="verify" targetRef="appraise" />`,
      ]),
    );

    expect(sentences).toEqual([
      '增加步骤「核查」，由「网格长」在事件所在网格办理，限 1 个工作日，排在「归档管理」之后，「绩效考核」之前',
    ]);
  });

  it('an expression nobody can say in words is shown as it is written, to whom wants to see it', async () => {
    const [change] = await compared(
      edited('processes/case-handling.bpmn', ['=finding != "confirmed"', '=count(finding) > 1']),
    );

    expect(change?.sentences).toEqual([
      {
        zh: '路线「不用」的条件改了',
        en: 'the condition of the route "No" changed',
        expert: { before: '=finding != "confirmed"', after: '=count(finding) > 1' },
      },
    ]);
  });

  it('a file that cannot be read is still compared, at its definition', async () => {
    const changes = await compared({ 'forms/household.form.json': '{ broken' });

    expect(changes.map(({ kind, id, state }) => `${kind} ${id} ${state}`)).toEqual(['form household changed']);
    expect(changes[0]?.sentences[0]?.zh).toContain('读不出来');
  });

  it('definitions that come and go', async () => {
    const changes = await compared({
      'notices/overdue-first.json': null,
      'notices/reminder.json': '{ "id": "reminder", "title": "提醒", "text": "请办" }',
    });

    expect(changes.map(({ id, state, sentences }) => [id, state, sentences[0]?.zh])).toEqual([
      ['overdue-first', 'removed', '删去通知模板「超期：{number}」'],
      ['reminder', 'added', '新增通知模板「提醒」'],
    ]);
  });

  it('a file that is only written differently says the same', async () => {
    const form = JSON.stringify(JSON.parse(packs.at(-1)?.files.get('forms/report.form.json')?.text ?? ''), null, 8);
    const process = (packs.at(-1)?.files.get('processes/meeting.bpmn')?.text ?? '').replaceAll(/>\s+</g, '>\n<');

    expect(await compared({ 'forms/report.form.json': form, 'processes/meeting.bpmn': process })).toEqual([]);
  });
});
