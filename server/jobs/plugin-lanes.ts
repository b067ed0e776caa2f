import type { Context } from '../application/context.ts';
import { runJob } from '../application/jobs/run-job.ts';
import { chooseHolder } from '../application/plugins/choose-holder.ts';
import { runDelivery } from '../application/plugins/run-delivery.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { dueChoices } from '../database/assignment-choices.ts';
import { duePluginJobs } from '../database/jobs.ts';
import { dueDeliveries } from '../database/plugin-deliveries.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** So much of one plugin is under way at once on this node. */
const lane = 4;
const batch = 20;
const restMs = 1000;

/** One piece of work of a plugin. */
interface Piece {
  readonly plugin: string;
  /**
   * Names it among what is under way, so that it is not begun twice before its lease is written. Rules of a plugin are
   * asked one after the other under one name: the second question has to count what the first one chose.
   */
  readonly key: string;
  readonly work: (context: Context) => Promise<boolean>;
}

/**
 * Works off what plugins do: their jobs, what is to be sent, rules that are to be asked. Each plugin has a lane of its
 * own, so one that is slow, or whose receiver is, keeps nobody waiting but itself.
 */
export function startPluginLanes(context: Context): RestingLoop {
  const underWay = new Map<string, { readonly plugin: string; readonly done: Promise<void> }>();
  const loop: RestingLoop = startRestingLoop(async () => {
    for (const piece of await duePieces(context, busyPlugins(underWay))) {
      if (underWay.has(piece.key) || busyPlugins(underWay).includes(piece.plugin)) continue;
      const done = doPiece(context, piece).then(() => {
        underWay.delete(piece.key);
        loop.wake();
      });
      underWay.set(piece.key, { plugin: piece.plugin, done });
    }
    return restMs;
  });
  return {
    wake: loop.wake,
    lookedAt: loop.lookedAt,
    stop: async () => {
      await loop.stop();
      await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}

/** Does everything plugins have to do now, one after the other; true when there was something. For tests. */
export async function pluginWorkOnce(context: Context): Promise<boolean> {
  const pieces = await duePieces(context, []);
  for (const piece of pieces) await doPiece(context, piece);
  return pieces.length > 0;
}

function busyPlugins(underWay: ReadonlyMap<string, { readonly plugin: string }>): readonly string[] {
  const counts = Map.groupBy(underWay.values(), ({ plugin }) => plugin);
  return [...counts].filter(([, pieces]) => pieces.length >= lane).map(([plugin]) => plugin);
}

async function duePieces(context: Context, busy: readonly string[]): Promise<readonly Piece[]> {
  try {
    return await context.database.read(async (tx) => {
      const jobs = await duePluginJobs(tx, batch, busy);
      const choices = await dueChoices(tx, batch, busy);
      const deliveries = await dueDeliveries(tx, batch, busy);
      return [
        ...choices.map((due): Piece => ({
          plugin: due.rule.split(':')[0] ?? '',
          key: `choice of ${due.rule}`,
          work: (given) => chooseHolder(given, due),
        })),
        ...jobs.map((due): Piece => ({
          plugin: due.plugin,
          key: `job ${due.instance}.${due.element}`,
          work: (given) => runJob(given, due),
        })),
        ...deliveries.map((due): Piece => ({
          plugin: due.plugin,
          key: `delivery ${due.id}`,
          work: (given) => runDelivery(given, due),
        })),
      ];
    });
  } catch (error) {
    context.log.warn({ error: errorWords(error) }, 'the work of plugins could not be read');
    return [];
  }
}

/** A fault of one piece is logged and stops no other; its row is due again when its lease has run out. */
async function doPiece(context: Context, { plugin, key, work }: Piece): Promise<void> {
  try {
    await work(context);
  } catch (error) {
    context.log.error({ plugin, piece: key, error: errorWords(error) }, 'work of a plugin failed');
  }
}
