import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { beginJourney, type Journey } from './journey.ts';

// A grid's process was changed: before a case is archived somebody files what belongs to it and, if need be, visits the
// people once more, in whatever order. 马小兰 sees what may be begun in her case, begins it, and it becomes her work.

const grid = '620502005001001';

/** Archiving as something people pick from. */
function withPicks(xml: string): string {
  const [archive = ''] = /<bpmn:serviceTask id="archive"[\s\S]*?<\/bpmn:serviceTask>/.exec(xml) ?? [];
  const around = archive.match(/<bpmn:(incoming|outgoing)>[^<]+<\/bpmn:\1>/g)?.join('') ?? '';
  const picks = `<bpmn:adHocSubProcess id="archive" name="归档管理">
      <bpmn:extensionElements><grid:stage id="archive" /></bpmn:extensionElements>${around}
      <bpmn:userTask id="visit-again" name="入户回访">
        <bpmn:extensionElements>
          <grid:stage id="archive" /><grid:assignment post="mediator" area="=case.area" />
          <grid:timeLimit limit="investigate" ladder="case-overdue" /><zeebe:formDefinition formId="investigate" />
        </bpmn:extensionElements>
      </bpmn:userTask>
      <bpmn:task id="file-papers" name="材料归档" />
      <bpmn:completionCondition>=false</bpmn:completionCondition>
    </bpmn:adHocSubProcess>`;
  return xml.replace(archive, picks);
}

async function publish(administrator: Page): Promise<void> {
  const { id: draft } = await askAs<{ id: string }>(administrator, 'POST', `/api/areas/${grid}/draft`, undefined);
  const url = `/api/drafts/${draft}/definitions/process/case-handling`;
  const read = await askAs<{ revision: number; content: { xml: string } }>(administrator, 'GET', url);
  const content = { xml: withPicks(read.content.xml) };
  await askAs(administrator, 'PUT', url, { revision: read.revision, content });
  await askAs(administrator, 'POST', `/api/drafts/${draft}/examinations`, undefined);
  const latest = `/api/drafts/${draft}/examinations/latest`;
  const state = async (): Promise<string> =>
    (await askAs<{ examination: { state: string } }>(administrator, 'GET', latest)).examination.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('passed');
  await askAs(administrator, 'POST', `/api/drafts/${draft}/publish`, { note: '归档前由人挑着办' });
}

describe('work that somebody picks', () => {
  let journey: Journey;
  let worker: Page;
  let administrator: Page;
  let id: string;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    administrator = await journey.enter('desktop', '李秀英');
    worker = await journey.enter('desktop', '马小兰');
  });
  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('stands in the case, with who would get it', async () => {
    await publish(administrator);
    const data = {
      category: 'dispute-neighbour',
      description: '楼上漏水，两家说不到一起，已经当面说开。',
      place: '忠义巷 3 号',
      onTheSpot: true,
      result: '已经说和。',
    };
    const body = { caseType: 'event', area: grid, form: { data } };
    ({ id } = await askAs<{ id: string }>(worker, 'POST', '/api/cases', body));
    await worker.goto(new URL(`/cases/${id}`, worker.url()).href);
    await worker.getByRole('heading', { name: '可办事项' }).waitFor();
    await worker.getByRole('listitem').filter({ hasText: '入户回访' }).getByText('马小兰').waitFor();
    await journey.picture(worker, 'offered-work-1-case');
  });

  it('is begun by a press, and the story says who did it', async () => {
    await worker.getByRole('listitem').filter({ hasText: '入户回访' }).getByRole('button', { name: '开始办' }).click();
    await worker.getByText('「入户回访」已经开始。').waitFor();
    await worker.getByText('马小兰 开始「入户回访」。').waitFor();
    await worker.getByText('正在办 1').waitFor();
    await journey.picture(worker, 'offered-work-2-begun');
  });

  it('is offered beside the form too', async () => {
    await worker.getByRole('link', { name: '入户回访' }).first().click();
    await worker.getByRole('heading', { name: '可办事项' }).waitFor();
    await worker.getByRole('listitem').filter({ hasText: '材料归档' }).getByRole('button', { name: '开始办' }).click();
    await worker.getByText('「材料归档」已经开始。').waitFor();
    await journey.picture(worker, 'offered-work-3-user-task');
  });

  it('is seen, and not to be begun, by who has no part in it', async () => {
    await administrator.goto(new URL(`/cases/${id}`, administrator.url()).href);
    await administrator.getByRole('heading', { name: '可办事项' }).waitFor();
    expect(await administrator.getByRole('button', { name: '开始办' }).count()).toBe(0);
    expect(journey.faults()).toEqual([]);
  });
});
