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
  'metrics-closed': said(
    403,
    '只有本机或带 METRICS_TOKEN 的请求能看运行指标。请在请求头写 Authorization: Bearer <token>。',
    'Only this machine, or a request with the token of METRICS_TOKEN, may read the figures. Send Authorization: Bearer <token>.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
