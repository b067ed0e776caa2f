import { Type } from 'typebox';
import { operation } from './operation.ts';
import { PluginDeliveryId, PluginId, RevisionRead } from './parameters.ts';
import { AreaCode, AreaRef, DefinitionId, described, Done, FreeObject, Instant, Uuid } from './values.ts';

const BothLanguages = Type.Object({ zh: Type.String(), en: Type.String() });

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A plugin as administrators of an area see it. No secret is in it. */
export const PluginView = Type.Object({
  id: DefinitionId,
  version: Type.String(),
  title: BothLanguages,
  about: BothLanguages,
  adds: Type.Array(
    Type.Object({
      kind: Type.Enum(['job', 'channel', 'widget', 'rule']),
      /** As packs write it: `webhook:send`. */
      word: Type.String(),
      title: BothLanguages,
    }),
  ),
  /** What it may read and where it may send, as sentences. */
  rights: Type.Array(BothLanguages),
  state: Type.Enum(['ready', 'failed']),
  fault: nullable(BothLanguages),
  active: Type.Boolean(),
  /** The settings form (a `FormDefinition`); null when there is nothing to set. */
  form: nullable(FreeObject),
  /** English of the form's texts. */
  english: Type.Record(Type.String(), Type.String()),
  data: FreeObject,
  /** Secrets that are stored: they stay as they are when nothing else is typed. */
  keptSecrets: Type.Array(Type.String()),
  setIn: nullable(AreaRef),
  revision: Type.Integer({ minimum: 0 }),
  changedAt: nullable(Instant),
  canSend: Type.Boolean(),
});

const plugin = Type.Object({ plugin: PluginId });
const ofArea = Type.Optional(
  described(AreaCode, 'Code of the area whose settings are meant; absent: the caller’s widest.'),
);

export const listPlugins = operation({
  id: 'listPlugins',
  method: 'GET',
  path: '/api/plugins',
  group: 'plugins',
  access: 'signed-in',
  summary: 'The installed plugins and how they are set in an area, for its administrators',
  query: Type.Object({ area: ofArea }, { additionalProperties: false }),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    area: AreaRef,
    plugins: Type.Array(PluginView),
    /** Folders that are no plugin this program can run, and why. */
    broken: Type.Array(Type.Object({ folder: Type.String(), faults: Type.Array(BothLanguages) })),
  }),
});

export const setPlugin = operation({
  id: 'setPlugin',
  method: 'PUT',
  path: '/api/plugins/:plugin',
  group: 'plugins',
  access: 'signed-in',
  summary: 'Switches a plugin on with its settings, or off, for an area and what lies below it',
  params: plugin,
  body: Type.Object(
    {
      area: described(AreaCode, 'Code of the area for which it is set; it holds below it too.'),
      active: Type.Boolean({ description: 'True: switched on; false: off, and its settings are kept.' }),
      data: Type.Optional(
        described(FreeObject, 'Settings as the plugin’s form asks for them; a secret that is left out stays as it is.'),
      ),
      revision: RevisionRead,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted', 'plugin-changed', 'plugin-unknown', 'submission-invalid'],
  answer: Done,
});

export const testPlugin = operation({
  id: 'testPlugin',
  method: 'POST',
  path: '/api/plugins/:plugin/test',
  group: 'plugins',
  access: 'signed-in',
  idempotent: true,
  summary: '试发一条: sends a test through the plugin’s channels under the stored settings',
  params: plugin,
  body: Type.Object(
    { area: described(AreaCode, 'Code of the area whose settings are tried.') },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted', 'plugin-off', 'plugin-unknown'],
  answer: Done,
});

export const listPluginDeliveries = operation({
  id: 'listPluginDeliveries',
  method: 'GET',
  path: '/api/plugins/:plugin/deliveries',
  group: 'plugins',
  access: 'signed-in',
  summary: 'What left through a plugin in an area and below it, newest first, and how it went',
  params: plugin,
  query: Type.Object({ area: ofArea }, { additionalProperties: false }),
  refuses: ['area-unknown', 'not-permitted', 'plugin-unknown'],
  answer: Type.Object({
    asOf: Instant,
    total: Type.Integer(),
    deliveries: Type.Array(
      Type.Object({
        id: Uuid,
        channel: Type.String(),
        kind: Type.Enum(['notice', 'job', 'test']),
        title: Type.String(),
        area: AreaRef,
        state: Type.Enum(['waiting', 'sent', 'failed']),
        attempts: Type.Integer(),
        runAt: Instant,
        result: nullable(BothLanguages),
        createdAt: Instant,
        endedAt: nullable(Instant),
      }),
    ),
  }),
});

export const resendPluginDelivery = operation({
  id: 'resendPluginDelivery',
  method: 'POST',
  path: '/api/plugins/:plugin/deliveries/:delivery/send',
  group: 'plugins',
  access: 'signed-in',
  idempotent: true,
  summary: '重发: puts a delivery that has ended on its way again, under its own id',
  params: Type.Object({ plugin: PluginId, delivery: PluginDeliveryId }),
  refuses: ['delivery-under-way', 'delivery-unknown'],
  answer: Done,
});
