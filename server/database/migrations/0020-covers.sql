-- Who covers (顶岗) says for whom; null: the post is vacant, or the row is older than this column.
alter table post_assignment add column covers uuid;
