import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../harness/browser/open-page.ts';
import { freePort } from '../harness/free-port.ts';
import { picture } from './journey.ts';
import { choose } from './report.ts';
import { copyProgram, follow, instructionsOf } from './tutorial.ts';

// plugins/README.md says how to write a plugin in ten minutes. This follows it to the letter, in a copy of the program.

const page = readFileSync(new URL('../../plugins/README.md', import.meta.url), 'utf8');
const instructions = instructionsOf(page);
const last = instructions.at(-1);

describe('plugins/README.md, followed to the letter', () => {
  let copy: string;
  let url: string;
  let server: ChildProcess | null = null;
  let browser: Browser | null = null;
  let output = '';

  beforeAll(() => {
    copy = mkdtempSync(join(inject('runFolder'), 'tutorial-'));
    copyProgram(copy);
  });
  afterAll(async () => {
    await browser?.close();
    if (server?.pid !== undefined && server.exitCode === null) {
      const ended = once(server, 'exit');
      process.kill(-server.pid, 'SIGTERM');
      await ended;
    }
    rmSync(copy, { recursive: true, force: true });
  });

  const enter = async (screen: 'phone' | 'desktop', name: string): Promise<Page> => {
    browser ??= await startBrowser();
    const opened = await openPage(browser, screen, `${url}${screen === 'phone' ? '/work' : '/'}`);
    await opened.page.getByRole('button', { name }).click();
    await opened.page.getByRole('heading', { level: 1, name: '登录' }).waitFor({ state: 'hidden' });
    return opened.page;
  };

  it('has files, changes and commands, and ends with starting the program', () => {
    const kinds = instructions.map((instruction) => instruction.do);
    expect(kinds.filter((kind) => kind === 'write').length).toBeGreaterThanOrEqual(4);
    expect(last).toEqual({ do: 'run', command: 'npm start' });
  });

  it('leads to a plugin whose test passes and whose words the pack may use', () => {
    const said = instructions.slice(0, -1).map((instruction) => follow(instruction, copy));
    expect(said.join('\n')).toMatch(/# pass 1|pass 1/);
    expect(said.join('\n')).toMatch(/tianshui-xiguan: 0 个问题/);
  });

  it('starts', async () => {
    const port = await freePort();
    const environment = { ...process.env, PORT: String(port), DATA_DIR: join(copy, 'data'), HOST: '127.0.0.1' };
    // A street with people and no history is ready in a moment; what it runs on is the pack of the copy.
    execFileSync(process.execPath, ['tests/harness/fixtures/prepare-street.ts'], { cwd: copy, env: environment });
    url = `http://127.0.0.1:${port}`;
    server = spawn('sh', ['-c', last?.do === 'run' ? last.command : ''], {
      cwd: copy,
      env: environment,
      detached: true,
      stdio: 'pipe',
    });
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    while (!(await isHealthy(url))) {
      if (server.exitCode !== null) throw new Error(`it ended: ${output}`);
      await sleep(100);
    }
  });

  it('is switched on at its page, and a test goes through its channel', async () => {
    const desk = await enter('desktop', '李秀英');
    await desk.goto(`${url}/plugins`);
    await desk.getByRole('button', { name: /办结播报/ }).click();
    await desk.getByRole('textbox', { name: '开头怎么说' }).fill('喜报');
    await desk.getByRole('button', { name: '保存并启用' }).click();
    await desk.getByRole('button', { name: '试发一条' }).click();
    await desk.getByText('喜报 试一试').waitFor();
    await picture(desk, 'plugin-tutorial-page');
    await coverFor(desk, '马小兰', '陈晓明', { post: 'community-officer', area: '620502005001', to: '2026-12-01' });
    await desk.context().close();
  });

  it('shows its control in the form, and its job has run when the case is closed', async () => {
    const phone = await enter('phone', '马小兰');
    const number = await report(phone, {
      onTheSpot: true,
      result: '已经清走。',
      reporterName: '赵先生',
      reporterPhone: '13800000001',
      wantsAnswer: true,
    });
    await phone.reload();
    await phone.getByRole('link', { name: /巷口散落两袋垃圾/ }).click();
    await choose(phone, '怎么答复的', '已电话答复');
    const stars = phone.getByRole('radiogroup', { name: '是否满意' });
    await stars.getByRole('radio', { name: '基本满意' }).click();
    await expect.poll(() => stars.getByRole('radio', { name: '基本满意' }).getAttribute('aria-checked')).toBe('true');
    expect(await stars.innerText()).toMatch(/★★ 基本满意/);
    await picture(phone, 'plugin-tutorial-stars');
    await phone.getByRole('button', { name: '现在' }).click();
    await phone.getByRole('textbox', { name: '答复了什么' }).fill('垃圾已经清走。');
    await phone.getByRole('button', { name: '提交信息反馈' }).click();
    await phone.getByRole('heading', { name: '已提交。' }).waitFor();
    const desk = await enter('desktop', '李秀英');
    await desk.goto(`${url}/plugins`);
    await desk.getByRole('button', { name: /办结播报/ }).click();
    await desk.getByText('喜报 西关 01 网格：').waitFor();
    await desk.getByRole('row', { name: new RegExp(number) }).waitFor();
  });

  it('shares new cases out by its rule, and both officers see whose they are', async () => {
    const phone = await enter('phone', '马小兰');
    await report(phone, {});
    await report(phone, {});
    const chosen = async () => {
      const answer = await phone.evaluate(async () => (await fetch('/api/user-tasks')).json() as Promise<unknown>);
      const { userTasks } = answer as { userTasks: readonly { chosen: { name: string } | null; title: string }[] };
      return userTasks
        .filter(({ title }) => title === '任务指派')
        .map((task) => task.chosen?.name ?? null)
        .toSorted((one, other) => String(one).localeCompare(String(other), 'zh'));
    };
    await expect.poll(chosen, { timeout: 10_000 }).toEqual(['陈晓明', '马小兰']);
    await phone.reload();
    await phone.getByText('分给你').waitFor();
    await phone.getByText('分给 陈晓明').waitFor();
    await picture(phone, 'plugin-tutorial-rule');
  });
});

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // nobody listens yet
  }
}

/** Sends a command of the API with the session of a page; answers what came back. */
function command(opened: Page, path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  return opened.evaluate(
    async ([address, text]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `tutorial-${performance.now()}` };
      const answer = await fetch(address, { method: 'POST', headers, body: text });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as Readonly<Record<string, unknown>>;
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** Reports a case in 西关 01 网格; answers its number. */
async function report(opened: Page, more: object): Promise<string> {
  const data = { category: 'sanitation-rubbish', description: '巷口散落两袋垃圾。', place: '忠义巷口', ...more };
  const { number } = await command(opened, '/api/cases', {
    caseType: 'event',
    area: '620502005001001',
    form: { data },
  });
  return String(number);
}

/** Lets somebody cover a post for who holds it. */
async function coverFor(
  opened: Page,
  name: string,
  holder: string,
  position: { readonly post: string; readonly area: string; readonly to: string },
): Promise<void> {
  const idOf = async (who: string): Promise<string> => {
    const found = await opened.evaluate(
      async (q) => (await fetch(`/api/people?q=${encodeURIComponent(q)}`)).json() as Promise<unknown>,
      who,
    );
    const [person] = (found as { people: readonly { id: string }[] }).people;
    return person?.id ?? '';
  };
  const covers = await idOf(holder);
  await command(opened, `/api/people/${await idOf(name)}/assignments`, { ...position, kind: 'cover', covers });
}
