import type { MeetingFile } from '../../kernel/release/definitions.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { InForce } from '../releases/release-store.ts';

/** A meeting series with the release it is held under. */
export interface SeriesInForce {
  readonly meeting: MeetingFile;
  readonly release: CompiledRelease;
}

/**
 * The meeting series that are held: each once, as the release of its own area has it. A series that many streets inherit
 * is that of the area it names; one that a street writes anew for itself replaces the inherited one there, and only there.
 */
export function seriesInForce(live: InForce): readonly SeriesInForce[] {
  return live.all.flatMap((own) =>
    [...own.release.meetings.values()]
      .filter((meeting) => live.area(meeting.area) !== undefined && live.at(meeting.area) === own)
      .map((meeting) => ({ meeting, release: own.release })),
  );
}
