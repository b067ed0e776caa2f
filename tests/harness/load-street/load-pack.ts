import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PackFinder } from '../../../server/kernel/compilation/pack-chain.ts';
import type { CaseTypeFile } from '../../../server/kernel/release/definitions.ts';
import { firstPack, packArgument } from '../../../server/packs/pack-argument.ts';
import { loadMessages, loadProcesses, shortLadder, shortLimit } from './load-processes.ts';

/** The pack of a street that is put under load: 西关街道 with processes that do next to nothing. */
export const loadPack = 'load-street';

const form = {
  id: 'work',
  title: '办理',
  schema: {
    type: 'object',
    properties: {
      outcome: {
        type: 'string',
        title: '办得怎么样',
        oneOf: [
          { const: 'more', title: '还要再办' },
          { const: 'enough', title: '办好了' },
        ],
      },
      account: { type: 'string', title: '办理情况', minLength: 4, maxLength: 500 },
      visits: { type: 'integer', title: '去了几次', minimum: 0, maximum: 1000 },
    },
    required: ['outcome', 'account'],
  },
  ui: { 'ui:order': ['outcome', 'account', 'visits'] },
  rules: [],
  rights: {},
};

const shipped = JSON.parse(
  readFileSync(new URL(`../../../definitions/${firstPack}/case-types/event.json`, import.meta.url), 'utf8'),
) as CaseTypeFile;

function caseType(process: string): object {
  const numbering = {
    pattern: '{street}-{yyyy}-{counter:6}',
    street: process.replaceAll('-', '').toUpperCase().slice(0, 8),
    per: ['street', 'year'],
  };
  return {
    ...shipped,
    id: process,
    title: process.slice(0, 20),
    process,
    numbering,
    stages: shipped.stages.slice(0, 1),
  };
}

/** What a pack has to say the source of. */
const assumedParts = [
  'numbering',
  'stages',
  'channels',
  ...shipped.categories.flatMap((group) => [
    `categories/${group.id}/title`,
    ...(group.children ?? []).map((one) => `categories/${group.id}/children/${one.id}/title`),
  ]),
];

function bpmn(id: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:grid="https://gridloom.dev/schema/grid/1.0" id="${id}-definitions" targetNamespace="https://gridloom.dev/definitions">
  ${body.includes('messageRef') ? loadMessages : ''}
  <bpmn:process id="${id}" name="${id}" isExecutable="true">${body}
  </bpmn:process>
</bpmn:definitions>
`;
}

function texts(): readonly (readonly [string, string])[] {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  const reason = '只用来加负载';
  const short = [
    ...['amount', 'unit', 'yellow', 'pause', 'extensions'].map(
      (part) => `limits.json#/limits/${shortLimit.id}/${part}`,
    ),
    ...shortLadder.rungs.flatMap((rung, index) =>
      Object.keys(rung)
        .filter((part) => part !== 'title')
        .map((part) => `ladders/${shortLadder.id}.json#/rungs/${index}/${part}`),
    ),
  ].map((path) => ({ path, reason }));
  const processes = Object.entries(loadProcesses).flatMap(([id, body]) => [
    ...assumedParts.map((part) => ({ path: `case-types/${id}.json#/${part}`, reason })),
    ...[...body.matchAll(/<bpmn:userTask id="([^"]+)"/g)].map(([, step]) => ({
      path: `processes/${id}.bpmn#${step}`,
      reason,
    })),
  ]);
  const manifest = {
    id: loadPack,
    version: '1.0.0',
    title: '负载',
    extends: firstPack,
    sources: [],
    assumed: [...short, ...processes],
  };
  return [
    ['pack.json', json(manifest)],
    ['forms/work.form.json', json(form)],
    ['limits.json', json({ limits: [shortLimit] })],
    [`ladders/${shortLadder.id}.json`, json(shortLadder)],
    ...Object.entries(loadProcesses).map(([id, body]) => [`processes/${id}.bpmn`, bpmn(id, body)] as const),
    ...Object.keys(loadProcesses).map((id) => [`case-types/${id}.json`, json(caseType(id))] as const),
  ];
}

/** Finds the pack, and the shipped ones it stands on. */
export const findLoadPack: PackFinder = async (id) => {
  if (id !== loadPack) return packArgument(firstPack).find(id);
  const files = texts().map(
    ([path, text]) => [path, { path, text, sha256: createHash('sha256').update(text).digest('hex') }] as const,
  );
  return { folder: { id, files: new Map(files) }, faults: [] };
};
