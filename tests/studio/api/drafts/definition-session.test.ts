import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Content } from '../../../../studio/api/drafts/content.ts';
import { DefinitionSession, readOnlyOf, type SessionState } from '../../../../studio/api/drafts/definition-session.ts';
import { at, Device, DraftRoom, titled } from './draft-room.ts';

let room: DraftRoom;
let device: Device;
let session: DefinitionSession;

beforeEach(async () => {
  vi.useFakeTimers();
  room = new DraftRoom();
  device = new Device();
  session = new DefinitionSession(room.for('李秀英'), device, at);
  await session.open();
});

afterEach(() => {
  vi.useRealTimers();
});

const state = () => {
  const { state: now } = session.view();
  if (now === null) throw new Error('the definition is not open');
  return now;
};
const moment = async (ms = 800): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};
const writes = (): number => room.calls.filter((name) => name === 'write').length;

describe('saving', () => {
  it('writes what was typed once nothing more is typed', async () => {
    session.save(titled('甲'));
    session.save(titled('甲乙'));
    expect(state()).toMatchObject({ content: titled('甲乙'), saving: 'waiting' });
    await moment();
    expect(room.content).toEqual(titled('甲乙'));
    expect([writes(), state().saving, session.unsaved]).toEqual([1, 'saved', false]);
  });

  it('does not wait for ever while somebody types on and on', async () => {
    for (let nth = 0; nth < 12; nth += 1) {
      session.save(titled(`第 ${nth} 次`));
      await moment(500);
    }
    expect(writes()).toBeGreaterThan(0);
  });

  it('writes the newest content after the write that was under way', async () => {
    session.save(titled('甲'));
    const flushed = session.flush();
    session.save(titled('乙'));
    await flushed;
    expect(room.content).toEqual(titled('乙'));
    expect(writes()).toBe(2);
  });

  it('keeps what could not be sent, says so, and sends it when the network is back', async () => {
    room.weather.push('lost before', 'lost before');
    session.save(titled('甲'));
    await moment();
    expect(state()).toMatchObject({ saving: 'failed', content: titled('甲'), problem: { code: 'no-connection' } });
    expect(session.unsaved).toBe(true);
    await moment(10_000);
    expect([room.content, state().saving]).toEqual([titled('甲'), 'saved']);
  });

  it('recognises its own write whose answer was lost', async () => {
    room.weather.push('lost after');
    session.save(titled('甲'));
    await moment();
    expect(state().saving).toBe('failed');
    await moment(2_000);
    expect(state()).toMatchObject({ saving: 'saved', conflict: null });
    session.save(titled('乙'));
    await moment();
    expect(room.content).toEqual(titled('乙'));
  });
});

describe('a colleague who changed it too', () => {
  beforeEach(async () => {
    room.changeFrom('陈晓明', titled('晓明的'));
    session.save(titled('秀英的'));
    await moment();
  });

  it('is never overwritten: both contents are kept until somebody chooses', async () => {
    expect(room.content).toEqual(titled('晓明的'));
    expect(state()).toMatchObject({
      saving: 'conflict',
      content: titled('秀英的'),
      conflict: { who: '陈晓明', theirs: titled('晓明的') },
    });
    session.save(titled('秀英又改'));
    await moment(60_000);
    expect(room.content).toEqual(titled('晓明的'));
    expect(session.unsaved).toBe(true);
  });

  it('can be looked at before somebody chooses, and is not written over by that', async () => {
    session.look('theirs');
    session.save(titled('改了对方的'));
    expect(state()).toMatchObject({ looking: true, content: titled('秀英的'), reload: 1 });
    session.solve('mine');
    await moment(0);
    expect([room.content, state().looking]).toEqual([titled('秀英的'), false]);
  });

  it('gives way to 用我的', async () => {
    session.solve('mine');
    await moment(0);
    expect(room.content).toEqual(titled('秀英的'));
    expect(state()).toMatchObject({ saving: 'saved', conflict: null, reload: 0 });
  });

  it('stays with 用对方的, and the editor draws it anew', async () => {
    session.solve('theirs');
    await moment();
    expect(state()).toMatchObject({ saving: 'saved', content: titled('晓明的'), conflict: null, reload: 1 });
    expect([room.content, session.unsaved]).toEqual([titled('晓明的'), false]);
  });
});

describe('a draft that was published while somebody typed', () => {
  it('is no conflict when nobody else touched the definition', async () => {
    room.publish();
    session.save(titled('接着改'));
    await moment();
    expect(room.content).toEqual(titled('接着改'));
    expect(state()).toMatchObject({ saving: 'saved', conflict: null });
  });

  it('keeps what was typed when the draft was submitted instead', async () => {
    room.draft.state = 'submitted';
    session.save(titled('没赶上'));
    await moment();
    expect(state()).toMatchObject({
      saving: 'failed',
      content: titled('没赶上'),
      problem: { code: 'draft-submitted' },
    });
    expect(readOnlyOf(state())).toBe('submitted');
    room.draft.state = 'open';
    await moment(30_000);
    expect([room.content, state().saving, readOnlyOf(state())]).toEqual([titled('没赶上'), 'saved', null]);
  });

  it('may only be looked at once the next sign of life says that it was submitted', async () => {
    room.draft.state = 'submitted';
    await moment(30_000);
    expect(readOnlyOf(state())).toBe('submitted');
  });
});

describe('the lock', () => {
  it('is held while the editor is open, and given back when it is left', async () => {
    expect(room.lock).toBe('李秀英');
    await moment(30_000);
    expect(room.calls.filter((name) => name === 'lock')).toHaveLength(2);
    await session.close();
    expect(room.lock).toBeNull();
  });

  it('of somebody else makes the definition read-only until it is taken over', async () => {
    const other = new DefinitionSession(room.for('陈晓明'), new Device(), at);
    await other.open();
    expect(readOnlyOf(other.view().state)).toBe('locked');
    other.save(titled('不该有'));
    expect(other.unsaved).toBe(false);
    await other.takeOver();
    expect(readOnlyOf(other.view().state)).toBeNull();
  });

  it('that was taken over is noticed by the next sign of life, and what they saved is shown', async () => {
    room.lock = '陈晓明';
    room.changeFrom('陈晓明', titled('晓明的'));
    await moment(30_000);
    expect(readOnlyOf(state())).toBe('locked');
    expect(state()).toMatchObject({ content: titled('晓明的'), reload: 1 });
  });

  it('is taken in the draft that follows one that was published', async () => {
    room.publish();
    room.lock = null;
    await moment(30_000);
    expect([room.lock, readOnlyOf(state())]).toEqual(['李秀英', null]);
  });

  it('without an answer says that the server cannot be reached, until it can', async () => {
    room.weather.push('lost before');
    await moment(30_000);
    expect(state().connected).toBe(false);
    await moment(30_000);
    expect(state().connected).toBe(true);
  });
});

describe('opening', () => {
  it('shows the draft to those who may only look', async () => {
    room.mayEdit = false;
    const looking = new DefinitionSession(room.for('陈晓明'), new Device(), at);
    await looking.open();
    expect(looking.view().state?.content).toEqual(titled('原来的'));
    expect(readOnlyOf(looking.view().state)).toBe('not-permitted');
    expect(room.calls.filter((name) => name === 'lock')).toHaveLength(1);
  });

  it('that failed says why, and can be tried again', async () => {
    const again = new DefinitionSession(room.for('李秀英'), device, at);
    room.weather.push('lost before');
    await again.open();
    expect(again.view()).toMatchObject({ state: null, problem: { code: 'no-connection' }, opening: false });
    await again.open();
    expect(again.view().state?.content).toEqual(titled('原来的'));
  });

  it('restored to what is published, has the editor draw it anew', async () => {
    session.save(titled('改坏了'));
    await moment();
    await session.restore();
    expect(state()).toMatchObject({ content: titled('原来的'), reload: 1, saving: 'saved' });
  });
});

describe('what could not be saved', () => {
  /** The page dies with the network: nothing of it is asked any more. */
  const pageDies = async (content: Content): Promise<void> => {
    room.weather.push(...Array.from({ length: 20 }, () => 'lost before' as const));
    session.save(content);
    await moment();
    room.weather.length = 0;
  };
  const reopened = async (): Promise<SessionState | null> => {
    const again = new DefinitionSession(room.for('李秀英'), device, at);
    await again.open();
    await moment();
    return again.view().state;
  };

  it('outlives the page, and is saved when the definition is opened again', async () => {
    await pageDies(titled('没存上'));
    expect(await reopened()).toMatchObject({ content: titled('没存上'), saving: 'saved' });
    expect([room.content, device.kept.size]).toEqual([titled('没存上'), 0]);
  });

  it('meets what a colleague saved since as a conflict, not by overwriting it', async () => {
    await pageDies(titled('没存上'));
    room.changeFrom('陈晓明', titled('晓明的'));
    expect(await reopened()).toMatchObject({
      content: titled('没存上'),
      saving: 'conflict',
      conflict: { who: '陈晓明', theirs: titled('晓明的') },
    });
    expect(await reopened()).toMatchObject({ saving: 'conflict', content: titled('没存上') });
    expect([room.content, device.kept.size]).toEqual([titled('晓明的'), 1]);
  });

  it('meets what a colleague changed and published since as a conflict, too', async () => {
    session.save(titled('秀英先改的'));
    await moment();
    await pageDies(titled('没存上'));
    room.changeFrom('陈晓明', titled('晓明的'));
    room.publish();
    expect(await reopened()).toMatchObject({ saving: 'conflict', conflict: { theirs: titled('晓明的') } });
    expect(room.content).toEqual(titled('晓明的'));
  });

  it('is kept for whoever wrote it, and never written, when somebody else signs in', async () => {
    session.save(titled('秀英的'));
    await session.abandon();
    await moment(60_000);
    expect([room.content, device.kept.get('matters')?.content]).toEqual([titled('原来的'), titled('秀英的')]);
  });
});
