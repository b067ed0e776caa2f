import type { NewAccount } from '../../database/accounts.ts';
import type { Area, Post } from '../../kernel/organization/organization.ts';
import { staffingOf } from '../../kernel/organization/staffing.ts';
import type { ImportReach } from './import-reach.ts';
import type { PostGround } from './plan-posts.ts';
import { oneOf, required, type WrittenRow } from './read-sheets.ts';
import { words } from './workbook-layout.ts';

/** A row of posts that can be understood. */
export interface WantedPost {
  readonly row: WrittenRow;
  readonly person: NewAccount;
  readonly post: Post;
  readonly area: string;
  readonly place: Area;
  /** So many may hold it formally there. */
  readonly most: number;
  readonly kind: 'formal' | 'cover' | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Account of the person a cover stands in for; empty: not written. */
  readonly covers: string;
  readonly end: boolean;
  /** What becomes of open user tasks: an account, or one of the words for it; empty: not written. */
  readonly workTo: string;
}

/** Reads a row of posts; nothing, with faults told, when it cannot be understood. */
export function wantedPost(
  row: WrittenRow,
  { reach, people }: Pick<PostGround, 'reach' | 'people'>,
): readonly WantedPost[] {
  const [account, title, area] = [required(row, 'account'), required(row, 'post', 'words'), required(row, 'area')];
  const end = oneOf(row, 'change', [words.end]) !== null;
  const kind = oneOf(row, 'kind', [words.formal, words.cover]);
  const [from, to] = [row.day('from'), row.day('to')];
  const [covers, workTo] = [row.code('covers'), row.code('workTo')];
  if (row.isFaulty()) return [];
  const person = people.get(account.toLowerCase());
  if (!person) row.tell('account-unknown', 'account', { value: account });
  else if (isOtherName(row.words('name'), person.name))
    row.tell('name-differs', 'name', { account, name: person.name, value: row.words('name') });
  const place = reach.areaOf(area);
  if (!place || !reach.may('posts.edit', area)) row.tell('area-unknown', 'area', { value: area });
  const posts = reach.postsAt(area);
  const post = posts.find((one) => one.title === title) ?? posts.find(({ id }) => id === title);
  if (place && !post) {
    const choices = posts.map((one) => one.title).join('、') || '（这一级没有岗位）';
    row.tell('post-unknown', 'post', { value: title, area: place.name, choices });
  }
  if (!person || !place || !post || row.isFaulty()) return [];
  const kinds = { [words.formal]: 'formal', [words.cover]: 'cover' } as const;
  return [
    {
      row,
      person,
      post,
      area,
      place,
      most: staffingOf(post, place).max,
      kind: kind && kinds[kind],
      from,
      to,
      covers,
      end,
      workTo,
    },
  ];
}

function isOtherName(written: string, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');
  return written !== '' && plain(written) !== plain(name);
}

/** Nobody makes an administrator who is not one: a post can carry that permission. */
export function isGrantable({ row, post, area }: WantedPost, reach: ImportReach): boolean {
  if (!reach.isAdministration(post.id, area) || reach.may('administration', area)) return true;
  row.tell('needs-administrator', 'post');
  return false;
}

/** What a row is about, in words. */
export function titleOf({ person, post, place }: WantedPost): string {
  return `${person.name} · ${place.name} · ${post.title}`;
}
