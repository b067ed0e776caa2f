import type { AreaKind, AreaType } from './area-types.ts';
import type { AreaChange } from './area-changes.ts';

/**
 * A place where posts can be: an area of the tree as `areas.json` writes it, or a unit (职能部门) beside the tree, whose
 * `parent` is the area it is attached to.
 */
export interface Area {
  /** Area code, 6+3+3+n digits from the county down to the grid; it is the area's id. A unit has an id in its place. */
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  readonly parent: string | null;
  /** 基础 basic, 专属 special, 街巷型 lane, 楼院型 courtyard, 单位型 unit; of a unit what it is. */
  readonly kind?: AreaKind;
  /** First local day on which it is there; absent: always. */
  readonly from?: string;
  /** First local day on which it is there no more; absent: never. */
  readonly to?: string;
}

/** A unit (单位、职能部门) as `areas.json` writes it: it answers for work, and no ground belongs to it. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Code of the area whose matters are brought to it. */
  readonly attachedTo: string;
  readonly kind: AreaKind;
  readonly from?: string;
  readonly to?: string;
}

/** A post template (`posts.json`): a function that areas of one type have, and how many people hold it. */
export interface Post {
  readonly id: string;
  readonly title: string;
  readonly areaType: AreaType;
  /** Restricts the post to areas of these kinds; absent means every area of the type. */
  readonly areaKinds?: readonly AreaKind[];
  /** Which part of "6+X" it is: one of the six, one of the X, the grid head, or a post of an upper level. */
  readonly group: 'six' | 'x' | 'head' | 'upper';
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  /** Other numbers in areas of some kinds; a kind that is not named has those above. */
  readonly byKind?: readonly StaffingOfKind[];
  /** So many days somebody may cover it at a stretch (顶岗); absent: `usualCoverDays`. */
  readonly coverDays?: number;
  /** Categories of cases its holders see and act on, with those below; absent: all. */
  readonly categories?: readonly string[];
  /** Post that gets the work while this one is vacant, at the same area or the nearest ancestor that has it. */
  readonly fallback?: string;
  /** Bundles of permissions (`roles.json`) its holders have in the area and below. */
  readonly roles: readonly string[];
}

/** Whether a post has to be held, and by how many people. */
export interface Staffing {
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
}

/** The numbers of a post in areas of one kind. */
export interface StaffingOfKind extends Staffing {
  readonly areaKind: AreaKind;
}

/** A role (`roles.json`): a bundle of permissions; only software knows it, streets speak of posts. */
export interface Role {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly string[];
}

/** A person on a post at an area for a time; `cover` is 顶岗. Dates are local, `to` is the first day no longer held. */
export interface PostAssignment {
  readonly person: string;
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
  /** Of a cover: the person it stands in for; absent or null when the post is vacant. */
  readonly covers?: string | null;
}

/** What is known of an organisation: as packs write it (areas, posts) and as it lives (assignments). */
export interface OrganizationData {
  readonly areas: readonly Area[];
  /** Dated changes of the areas; absent: none. */
  readonly changes?: readonly AreaChange[];
  readonly posts: readonly Post[];
  readonly assignments: readonly PostAssignment[];
}
