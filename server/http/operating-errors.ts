import { type CatalogueEntry, said } from './said.ts';

/** Errors that operators meet; a part of THE catalogue (`errors.ts`). */
export const operatingErrors = {
  'database-silent': said(
    503,
    '数据库没有应答，这个节点现在不接请求。请检查 PostgreSQL 是否在运行、DATABASE_URL 是否能连上。',
    'The database does not answer, so this node takes no requests. See whether PostgreSQL runs and DATABASE_URL can be reached.',
  ),
  'schema-behind': said(
    503,
    '数据库的结构比这个程序旧，缺 {migrations}。请重新启动这个节点，它启动时会升级结构。',
    'The schema is older than this program; {migrations} is missing. Start this node anew: it migrates as it starts.',
  ),
  'hands-resting': said(
    503,
    '这个节点的后台没有在干活：{hands}。如果没有正在运行的终端命令，请重新启动这个节点。',
    'The workers of this node do not look for work: {hands}. Unless a command of the terminal runs, start the node anew.',
  ),
  'nothing-installed': said(
    409,
    '这个数据库是空的，还没有安装织格。请检查 DATABASE_URL 或 DATA_DIR，或先启动一次服务。',
    'This database is empty: Gridloom was never installed in it. Check DATABASE_URL or DATA_DIR, or start the server once.',
  ),
  'backup-target-full': said(
    409,
    '文件夹 {folder} 里已经有东西，没有备份。请换一个空文件夹，或加 --force 换掉里面的备份。',
    'The folder {folder} is not empty, so nothing was backed up. Give an empty one, or --force to replace the backup in it.',
  ),
  'no-backup': said(
    409,
    '文件夹 {folder} 里没有完整的备份（缺 backup.json，或版本不认识）。请检查路径；没做完的备份不能用。',
    'There is no complete backup in {folder} (backup.json is missing or of an unknown version). Check the path; a backup that was not finished cannot be used.',
  ),
  'backup-damaged': said(
    409,
    '备份 {folder} 已损坏：{file} 不是备份时的样子，没有恢复。请用另一份备份。',
    'The backup in {folder} is damaged: {file} is not what it was. Nothing was restored; use another backup.',
  ),
  'backup-of-other-database': said(
    409,
    '这份备份来自 {made}，不能恢复到 {wanted}。请检查 DATABASE_URL。',
    'This backup was made of {made} and cannot be restored into {wanted}. Check DATABASE_URL.',
  ),
  'restore-target-full': said(
    409,
    '{target} 里已经有数据，没有恢复。请恢复到空的数据库，或确认不要了再加 --force。',
    '{target} holds data, so nothing was restored. Restore into an empty database, or give --force once it is not needed.',
  ),
  'postgres-program-missing': said(
    503,
    'PATH 里没有 {program}。请安装 PostgreSQL 的客户端程序（Debian：apt install postgresql-client），版本不低于数据库。',
    '{program} is not on the PATH. Install the client programs of PostgreSQL (Debian: apt install postgresql-client), not older than the server.',
  ),
  'postgres-program-failed': said(503, '{program} 没有做成：{said}', '{program} failed: {said}'),
  'metrics-closed': said(
    403,
    '只有本机或带 METRICS_TOKEN 的请求能看运行指标。请在请求头写 Authorization: Bearer <token>。',
    'Only this machine, or a request with the token of METRICS_TOKEN, may read the figures. Send Authorization: Bearer <token>.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
