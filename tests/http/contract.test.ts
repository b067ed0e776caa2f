import { readFileSync } from 'node:fs';
import SerializerSelector from '@fastify/fast-json-stringify-compiler';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyOperation } from '../../server/http/contract/operation.ts';
import { operations } from '../../server/http/contract/operations.ts';
import { errorCatalogue } from '../../server/http/errors.ts';
import { operationSchema } from '../../server/http/openapi.ts';
import { codeFiles } from '../architecture/source-file.ts';
import { xiguan } from '../application/street.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp();
});

afterAll(() => door.close());

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly content: object; readonly description: string }>>;
}

async function documented(): Promise<Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>> {
  return (await door.ask(null, 'GET', '/api/openapi.json')).body.paths;
}

describe('the contract', () => {
  it('has a route for every operation', () => {
    const missing = operations.filter(({ method, path }) => !door.app.hasRoute({ method, url: path }));
    expect(operations.length).toBeGreaterThan(35);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('gives every operation an id and an address of its own', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length);
  });

  it('knows every route below /api', async () => {
    const paths = await documented();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = operations.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(routes.toSorted()).toEqual(known.toSorted());
  });
});

describe('the schemas of the contract', () => {
  // They are compiled when the first request needs them, and trusted then.
  const engine = new Ajv({ strict: true });
  addFormats.default(engine);
  const serializerFor = SerializerSelector()();

  const compile = (operation: AnyOperation): void => {
    const { body, querystring, params, headers } = operationSchema(operation);
    for (const part of [body, querystring, params, headers]) if (part !== undefined) engine.compile(part as object);
    const { answer: schema, method, path: url } = operation;
    serializerFor({ schema, method, url, httpStatus: '200' });
  };

  it('are JSON Schema, and what answers say can be written', () => {
    const wrong = operations.filter((operation) => {
      try {
        compile(operation);
        return false;
      } catch {
        return true;
      }
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('is version 3.1 and names the program', async () => {
    const { body } = await door.ask(null, 'GET', '/api/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0', info: { title: 'Gridloom 织格' } });
  });

  it('says of every operation what it answers, and that refusals are problems', async () => {
    const all = Object.values(await documented()).flatMap((methods) => Object.values(methods));
    const silent = all.filter(
      ({ responses }) => responses['200'] === undefined || responses['4XX']?.content === undefined,
    );
    expect(all).toHaveLength(operations.length);
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
    expect(JSON.stringify(all.map(({ responses }) => responses['4XX']))).toContain('application/problem+json');
  });

  it('names every code that an operation is refused with, at its status', async () => {
    const urging = (await documented())['/api/cases/{case}/urge']?.['post'];
    expect(urging?.responses['404']?.description).toContain('`case-unknown`');
    expect(urging?.responses['409']?.description).toContain('`urged-already`');
    expect(urging?.responses['400']?.description).toContain('`idempotency-key-missing`');
  });

  it('demands an Idempotency-Key where the contract does', async () => {
    const all = Object.values(await documented()).flatMap((methods) => Object.values(methods));
    const demanding = all.filter(({ parameters = [] }) =>
      parameters.some(({ name, required }) => name === 'idempotency-key' && required),
    );
    expect(demanding.map(({ operationId }) => operationId).toSorted()).toEqual(
      operations
        .filter(({ idempotent }) => idempotent)
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('an answer', () => {
  it('has the whole of a form, whatever its schema says', async () => {
    const { body } = await door.ask(xiguan.worker, 'GET', '/api/ledgers/household/entries');
    const { id: _, ...written } = JSON.parse(
      readFileSync('definitions/tianshui-xiguan/forms/household.form.json', 'utf8'),
    );
    expect(body.form.definition).toMatchObject(written);
  });

  it('has the English of what the program itself calls things, beside that of packs', async () => {
    const { body } = await door.ask(null, 'GET', '/api/translations');
    expect(body.texts).toMatchObject({
      同意延期: 'Extension granted',
      网格与区域: 'Grids and areas',
      网格长: 'Grid head',
    });
  });

  it('has nothing that the contract does not name', async () => {
    const { body } = await door.ask(xiguan.administrator, 'GET', '/api/people?q=maxiaolan');
    expect(Object.keys(body.people[0]).toSorted()).toEqual([
      'account',
      'active',
      'administrator',
      'assignments',
      'demo',
      'id',
      'lockedUntil',
      'name',
      'openUserTasks',
    ]);
  });
});

describe('the error catalogue', () => {
  const server = codeFiles.filter(
    ({ path }) => path.startsWith('server/') && !/^server\/http\/(draft-)?errors\.ts$/.test(path),
  );
  const codes = Object.keys(errorCatalogue);

  it('has every code that a use case refuses with', () => {
    const thrown = server.flatMap(({ text }) =>
      [...text.matchAll(/(?:new Refusal|problem)\(\s*'([a-z-]+)'/g)].map(([, code]) => code ?? ''),
    );
    expect(thrown.length).toBeGreaterThan(40);
    expect(thrown.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('has no code that nobody uses', () => {
    const unused = codes.filter((code) => !server.some(({ text }) => text.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });

  it('fills every place in its sentences from the details of the error', () => {
    const placeholders = codes.flatMap((code) =>
      [...errorCatalogue[code as keyof typeof errorCatalogue].zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    );
    const source = server.map(({ text }) => text).join('\n');
    expect([...new Set(placeholders)].filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
  });
});
