import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { enactSoon } from '../../application/releases/enact-releases.ts';
import { Refusal } from '../../application/refusal.ts';
import { workbookLimits } from '../../application/workbook/cells.ts';
import { emptyWorkbook, exportWorkbook } from '../../application/workbook/export-workbook.ts';
import { handOutPasswords } from '../../application/workbook/hand-out-passwords.ts';
import { importWorkbook } from '../../application/workbook/import-workbook.ts';
import { previewWorkbook } from '../../application/workbook/preview-workbook.ts';
import { requireImport } from '../../application/workbook/require-import.ts';
import * as contract from '../contract/workbook.ts';
import { type Door, route } from '../route.ts';

const limits = { files: 1, fields: 0, parts: 1, fileSize: workbookLimits.bytes, headerPairs: 20 } as const;
const extras = { bodyLimit: workbookLimits.bytes + 100_000 };

/** Areas, people and posts as a workbook, in and out. */
export async function workbookRoutes(door: Door): Promise<void> {
  const { context } = door;
  await door.app.register(async (app) => {
    await app.register(multipart, { limits });
    route(
      { context, app },
      contract.previewWorkbook,
      async ({ actor, query, request }) => {
        requireImport(actor, query.area);
        return previewWorkbook(context, actor, query.area, await uploaded(request));
      },
      extras,
    );
    route(
      { context, app },
      contract.importWorkbook,
      async ({ actor, query, key, request }) => {
        const { area, seen, soundOnly = false } = query;
        requireImport(actor, area);
        const done = await importWorkbook(context, actor, key, {
          area,
          seen,
          soundOnly,
          bytes: await uploaded(request),
        });
        return enactSoon(context, done);
      },
      extras,
    );
  });
  route(door, contract.exportWorkbook, async ({ actor, query, reply }) =>
    sendFile(reply, await exportWorkbook(context, actor, query.area), `gridloom-${query.area}.xlsx`),
  );
  route(door, contract.readEmptyWorkbook, async ({ actor, reply }) =>
    sendFile(reply, await emptyWorkbook(actor), 'gridloom-template.xlsx'),
  );
  route(door, contract.handOutPasswords, async ({ actor, body, reply }) =>
    sendFile(
      reply,
      await handOutPasswords(context, actor, { area: body.area, again: body.again ?? false }),
      `gridloom-passwords-${body.area}.xlsx`,
    ),
  );
}

function sendFile(reply: FastifyReply, bytes: Buffer, name: string): never {
  void reply.headers({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  return reply.send(bytes) as never;
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const file = await fileOf(request);
  if (file === undefined) throw new Refusal('workbook-missing');
  try {
    return await file.toBuffer();
  } catch (error) {
    throw codeOf(error) === 'FST_REQ_FILE_TOO_LARGE' ? new Refusal('workbook-too-large') : error;
  }
}

async function fileOf(request: FastifyRequest) {
  try {
    return await request.file();
  } catch (error) {
    throw ['FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT', 'FST_FILES_LIMIT'].includes(codeOf(error))
      ? new Refusal('workbook-missing')
      : error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
