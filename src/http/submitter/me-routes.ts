import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { TABLE_STATES } from '../../ingest/completeness.ts';
import { describeOpenPeriods } from '../../ingest/open-periods.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import type { Database } from '../../store/database.ts';
import { findOrganisation } from '../../store/organisations-repository.ts';
import { listServices } from '../../store/services-repository.ts';
import { OBLIGATIONS } from '../../store/stored-values.ts';
import { jsonAnswer } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';

const NULLABLE_MOMENT = { type: ['string', 'null'], format: 'date-time' };
const DAY = { type: 'string', format: 'date' };

const Period = Type.Object({
  period: Type.String(),
  title: TEXT_SHAPE,
  opens_on: Type.Unsafe(DAY),
  due_on: Type.Unsafe({
    ...DAY,
    ...described({
      en: 'Last day on which provisional figures are on time.',
      cy: 'Y diwrnod olaf y mae ffigurau dros dro yn brydlon.',
    }),
  }),
  closes_on: Type.Unsafe({
    ...DAY,
    ...described({
      en: 'Last day on which figures are taken into the final release. What comes later is taken in as a revision.',
      cy: "Y diwrnod olaf y cynhwysir ffigurau yn y datganiad terfynol. Derbynnir yr hyn a ddaw'n hwyrach fel diwygiad.",
    }),
  }),
  tables: Type.Array(
    Type.Object({
      table: Type.String(),
      state: Type.Unsafe({ type: 'string', enum: TABLE_STATES }),
      submission_id: Type.Optional(
        Type.String(
          described({
            en: 'The submission in which the table waits to be confirmed, also where another one stands meanwhile; not there where none waits.',
            cy: "Y cyflwyniad lle mae'r tabl yn aros i'w gadarnhau, hefyd lle mae un arall yn sefyll yn y cyfamser; nid yw yno lle nad oes un yn aros.",
          }),
        ),
      ),
    }),
    described({
      en: 'The tables that have to come, and whether each is in; `nil` where it came with nothing to count, `to_confirm` where it came and stands only when you confirm it.',
      cy: "Y tablau y mae'n rhaid iddynt ddod, ac a yw pob un i mewn; `nil` lle daeth heb ddim i'w gyfrif, `to_confirm` lle daeth ac na fydd yn sefyll nes i chi ei gadarnhau.",
    }),
  ),
  services_missing: Type.Array(
    Type.String(),
    described({
      en: 'Your services that no table includes that stands or waits to be confirmed.',
      cy: "Eich gwasanaethau nad oes tabl sy'n sefyll neu'n aros i'w gadarnhau yn eu cynnwys.",
    }),
  ),
  complete: Type.Boolean(),
  next_action: TEXT_SHAPE,
});

const Me = Type.Object({
  organisation: Type.String(),
  title: TEXT_SHAPE,
  key_id: Type.String(),
  scopes: Type.Array(Type.String()),
  sandbox: Type.Boolean(
    described({
      en: 'Whether what you send with this key is never released.',
      cy: "A yw'r hyn a anfonwch gyda'r allwedd hon byth yn cael ei ryddhau.",
    }),
  ),
  key_expires_at: Type.Unsafe<string | null>({
    ...NULLABLE_MOMENT,
    ...described({
      en: 'From this moment the key is refused; null for a key without an end.',
      cy: "O'r foment hon gwrthodir yr allwedd; null ar gyfer allwedd heb ddiwedd.",
    }),
  }),
  obligation: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    enum: [...OBLIGATIONS, null],
    ...described({
      en: 'Level of the tables that you have to send; null where the register does not have you.',
      cy: "Lefel y tablau y mae'n rhaid i chi eu hanfon; null lle nad ydych yn y gofrestr.",
    }),
  }),
  services: Type.Array(
    Type.Object({ id: Type.String(), name: TEXT_SHAPE }),
    described({
      en: 'The services that your returns may include.',
      cy: 'Y gwasanaethau y caiff eich ffurflenni eu cynnwys.',
    }),
  ),
  open_periods: Type.Array(
    Period,
    described({
      en: 'Periods that are open today, and how much of your return for each is in.',
      cy: "Cyfnodau sydd ar agor heddiw, a faint o'ch ffurflen ar gyfer pob un sydd i mewn.",
    }),
  ),
});

const EXAMPLE = {
  organisation: '7A7',
  title: { en: 'Powys Teaching Health Board', cy: 'Bwrdd Iechyd Addysgu Powys' },
  key_id: '0123456789ab',
  scopes: ['submit', 'read_own'],
  sandbox: false,
  key_expires_at: '2027-04-01T00:00:00.000Z',
  obligation: 'core',
  services: [
    {
      id: 'powys-community-connectors',
      name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
    },
  ],
  open_periods: [
    {
      period: '2026-Q2',
      title: { en: 'April to June 2026', cy: 'Ebrill i Fehefin 2026' },
      opens_on: '2026-07-01',
      due_on: '2026-08-11',
      closes_on: '2026-11-11',
      tables: [
        { table: 'profiles', state: 'in' },
        { table: 'characteristics', state: 'in' },
        { table: 'pathway', state: 'missing' },
      ],
      services_missing: [],
      complete: false,
      next_action: {
        en: 'Send these tables by 2026-08-11: Pathway. One with nothing to count is sent empty and declared nil.',
        cy: "Anfonwch y tablau hyn erbyn 2026-08-11: Llwybr. Anfonir un heb ddim i'w gyfrif yn wag, a datgan ei fod yn nil.",
      },
    },
  ],
};

/** Whom a key speaks for. */
export const meRoutes: FastifyPluginAsyncTypebox<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/v1/me',
    {
      config: { access: 'key' },
      schema: {
        ...operation({
          operationId: 'getMe',
          tag: 'submitting',
          summary: { en: 'Your organisation and key', cy: "Eich sefydliad a'ch allwedd" },
          description: {
            en: 'Whom the key speaks for, what it may do, what the register says of you, and for each open period what is in, what waits to be confirmed, what is missing and what to do next.',
            cy: "Ar ran pwy y mae'r allwedd yn siarad, beth y caiff ei wneud, beth y mae'r gofrestr yn ei ddweud amdanoch, ac ar gyfer pob cyfnod agored beth sydd i mewn, beth sy'n aros i'w gadarnhau, beth sydd ar goll a beth i'w wneud nesaf.",
          },
        }),
        response: { 200: jsonAnswer({ en: 'You.', cy: 'Chi.' }, Me, EXAMPLE) },
      },
    },
    async (request, reply) => {
      const { organisation, key_id, scopes, sandbox, expires_at } = holderOf(request);
      const title = CODE_LISTS.organisations.codes.find(({ code }) => code === organisation)?.title;
      const services = await listServices(db, organisation);
      const entry = await findOrganisation(db, organisation);
      const open = await describeOpenPeriods(db, {
        code: organisation,
        organisation: entry,
        services,
        sandbox,
        now: new Date(),
      });
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      return {
        organisation,
        // A key outlives its organisation's place on the list.
        title: title ?? { en: organisation, cy: organisation },
        key_id,
        scopes: [...scopes],
        sandbox,
        key_expires_at: expires_at?.toISOString() ?? null,
        obligation: entry?.obligation ?? null,
        services: services.map(({ id, name }) => ({ id, name })),
        open_periods: open.map((period) => ({
          ...period,
          tables: [...period.tables],
          services_missing: [...period.services_missing],
        })),
      };
    },
  );
};
