import { Type } from 'typebox';
import { areaKinds, areaTypes } from '../../kernel/organization/area-types.ts';
import { operation } from './operation.ts';
import { SearchText, WithinArea } from './parameters.ts';
import {
  AreaCode,
  AreaRef,
  DefinitionId,
  described,
  Instant,
  LeavingDate,
  LocalDate,
  Page,
  PersonRef,
  Uuid,
} from './values.ts';

export const AreaView = Type.Object({
  code: AreaCode,
  name: Type.String(),
  type: Type.Enum([...areaTypes]),
  kind: Type.Union([Type.Enum([...areaKinds]), Type.Null()]),
  parent: Type.Union([AreaCode, Type.Null()]),
});

export const listAreas = operation({
  id: 'listAreas',
  method: 'GET',
  path: '/api/areas',
  group: 'organization',
  access: 'signed-in',
  summary: 'The areas the caller may see, parents before children',
  answer: Type.Object({ areas: Type.Array(AreaView) }),
});

const PostView = Type.Object({
  id: DefinitionId,
  title: Type.String(),
  areaType: Type.Enum([...areaTypes]),
  areaKinds: Type.Array(Type.Enum([...areaKinds])),
  group: Type.Enum(['six', 'x', 'head', 'upper']),
  required: Type.Boolean(),
  min: Type.Integer(),
  max: Type.Integer(),
  fallbackTitle: Type.Union([Type.String(), Type.Null()]),
  /** True when no source prints the numbers: shown as 假定值. */
  assumed: Type.Boolean(),
});

const HolderView = Type.Object({
  assignment: Uuid,
  person: PersonRef,
  kind: Type.Enum(['formal', 'cover']),
  from: LocalDate,
  to: Type.Union([LeavingDate, Type.Null()]),
  /** Of a cover: the person it stands in for; null: the post is vacant. */
  covers: Type.Union([PersonRef, Type.Null()]),
});

/** One cell of the board: a post at an area with its holders; `vacantSince` when fewer than required hold it. */
const CellView = Type.Object({
  post: DefinitionId,
  holders: Type.Array(HolderView),
  required: Type.Integer(),
  /** So many people at least and at most hold it where it stands. */
  least: Type.Integer(),
  most: Type.Integer(),
  /** Held by fewer people than its minimum though it need not be held, or by more than its maximum. */
  breach: Type.Union([Type.Enum(['below', 'above']), Type.Null()]),
  vacantSince: Type.Union([LocalDate, Type.Null()]),
  /** Title of the position that gets the work meanwhile. */
  fallback: Type.Union([Type.String(), Type.Null()]),
});

export const readPostBoard = operation({
  id: 'readPostBoard',
  method: 'GET',
  path: '/api/posts/board',
  group: 'organization',
  access: 'signed-in',
  summary: 'Areas × posts with holders and vacancies, community by community',
  query: Type.Object(
    {
      area: WithinArea,
      vacant: Type.Optional(Type.Boolean({ description: 'True: only areas with a vacancy.' })),
      kind: Type.Optional(
        described(DefinitionId, 'Only areas of this kind (基础, 专属, 街巷 …), as `sizes` of the answer names it.'),
      ),
      post: Type.Optional(described(DefinitionId, 'Only this post, by its id.')),
      q: SearchText('the name of area or holder'),
      /** Of groups: an area above grids with its grids. Without a limit all are answered. */
      ...Page,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** Required posts of grids, and those of communities and the street above them. */
    totals: Type.Object({
      communities: Type.Integer(),
      grids: Type.Integer(),
      positions: Type.Integer(),
      vacant: Type.Integer(),
      upperPositions: Type.Integer(),
      upperVacant: Type.Integer(),
      /** Cells with several holders, with somebody who covers, and against minimum or maximum. */
      several: Type.Integer(),
      covered: Type.Integer(),
      breaches: Type.Integer(),
    }),
    /** How many areas there are of each type and kind. */
    sizes: Type.Array(
      Type.Object({ type: AreaView.properties.type, kind: AreaView.properties.kind, count: Type.Integer() }),
    ),
    /** How many groups the filter lets through. */
    found: Type.Integer(),
    /** Of this page: each area above grids, with how its posts and those of its grids are held in all. */
    groups: Type.Array(
      Type.Object({
        head: AreaCode,
        grids: Type.Integer(),
        required: Type.Integer(),
        held: Type.Integer(),
        vacant: Type.Integer(),
      }),
    ),
    posts: Type.Array(PostView),
    /** Each row is an area with its cells in the order of the posts that exist there; the head of a group comes first. */
    rows: Type.Array(Type.Object({ area: AreaView, cells: Type.Array(CellView) })),
  }),
});

/** People by number, and the first of them by name. */
const PeopleCount = Type.Object({ count: Type.Integer(), first: Type.Array(PersonRef) });

export const readHolders = operation({
  id: 'readHolders',
  method: 'GET',
  path: '/api/posts/holders',
  group: 'organization',
  access: 'signed-in',
  summary: 'How many people hold posts at an area and below today, and who they are; the first 60 by name',
  query: Type.Object(
    {
      area: WithinArea,
      below: Type.Optional(
        described(Type.Enum(['yes', 'no']), '`no`: what lies below the area is not meant; absent: `yes`.'),
      ),
      posts: Type.Optional(
        Type.String({
          pattern: '^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64}){0,199}$',
          description: 'Ids of posts with commas between them, at most 200; absent: all.',
          examples: ['grid-worker,grid-head'],
        }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** Positions there are, and those that nobody holds. */
    positions: Type.Integer(),
    unheld: Type.Integer(),
    people: PeopleCount,
    /** Those of them who hold nothing else there: without these posts they would have none. */
    only: PeopleCount,
  }),
});
