import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OpenSessions } from '../../../../studio/api/drafts/open-sessions.ts';
import { at, Device, DraftRoom, titled } from './draft-room.ts';

let room: DraftRoom;
let sessions: OpenSessions;

beforeEach(() => {
  vi.useFakeTimers();
  room = new DraftRoom();
  sessions = new OpenSessions(room.for('李秀英'), new Device());
});

afterEach(() => {
  vi.useRealTimers();
});

async function entered() {
  const session = sessions.of(at);
  sessions.enter(session);
  await vi.advanceTimersByTimeAsync(0);
  return session;
}

it('an editor that is left saves what waits and gives the lock back', async () => {
  const session = await entered();
  session.save(titled('最后一句'));
  await sessions.leave(session);
  expect([room.content, room.lock, sessions.unsaved]).toEqual([titled('最后一句'), null, false]);
});

it('what could not be saved when the editor was left is there when somebody comes back, and is saved in the end', async () => {
  const session = await entered();
  session.save(titled('还没存上'));
  room.weather.push('lost before');
  await sessions.leave(session);
  expect(sessions.unsaved).toBe(true);
  expect((await entered()).view().state?.content).toEqual(titled('还没存上'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect([room.content, sessions.unsaved]).toEqual([titled('还没存上'), false]);
});

it('an editor that is entered again while it is being left keeps its lock', async () => {
  const session = await entered();
  const left = sessions.leave(session);
  sessions.enter(sessions.of(at));
  await left;
  expect(room.lock).toBe('李秀英');
});

it('what is saved after its editor was left gives the lock back then', async () => {
  const session = await entered();
  session.save(titled('还没存上'));
  room.weather.push('lost before');
  await sessions.leave(session);
  expect(room.lock).toBe('李秀英');
  await vi.advanceTimersByTimeAsync(30_000);
  expect([room.content, room.lock]).toEqual([titled('还没存上'), null]);
});
