import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { TIERS } from '../../standard/finding.ts';
import { RULE_CATALOGUE, RULE_KINDS, type RuleKind } from '../../standard/rule-catalogue.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { suggestName } from '../../standard/suggest.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';

const RULE_SHAPE = Type.Object({
  id: Type.String(),
  kind: Type.Unsafe<RuleKind>({
    type: 'string',
    enum: RULE_KINDS,
    ...described({
      en: '`form`: whether a return can be read; `content`: whether what it says can be so; `service`: what only the service knows, looked at on submission and dry run.',
      cy: "`form`: a ellir darllen ffurflen; `content`: a all yr hyn y mae'n ei ddweud fod yn wir; `service`: yr hyn y mae'r gwasanaeth yn unig yn ei wybod, yr edrychir arno wrth gyflwyno ac mewn rhediad prawf.",
    }),
  }),
  tier: Type.Unsafe<RuleText['tier']>({ type: 'string', enum: TIERS }),
  since: Type.String(),
  message: TEXT_SHAPE,
  why: TEXT_SHAPE,
  remedy: TEXT_SHAPE,
  source: Type.String(),
});

/** What every rule says, why, and how to mend what breaks it. */
export const rulesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/rules',
    {
      schema: {
        ...operation({
          operationId: 'listRules',
          tag: 'standard',
          summary: { en: 'Every rule a return must keep', cy: 'Pob rheol y mae rhaid i ffurflen ei chadw' },
          description: {
            en: 'First the rules of form, then those of content, then those that only the service can look at, in the order in which they are looked at.',
            cy: "Yn gyntaf y rheolau ffurf, yna'r rhai cynnwys, yna'r rhai y gall y gwasanaeth yn unig edrych arnynt, yn y drefn yr edrychir arnynt.",
          },
        }),
        response: {
          200: jsonAnswer(
            { en: 'The rules.', cy: 'Y rheolau.' },
            Type.Object({ rules: Type.Array(RULE_SHAPE) }),
            {
              rules: RULE_CATALOGUE.slice(0, 1),
            },
          ),
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return { rules: RULE_CATALOGUE };
    },
  );

  app.get(
    '/v1/rules/:id',
    {
      schema: {
        ...operation({
          operationId: 'getRule',
          tag: 'standard',
          summary: { en: 'One rule', cy: 'Un rheol' },
          description: {
            en: 'The `rule` of every finding is the id of one.',
            cy: 'Mae `rule` pob canfyddiad yn id un ohonynt.',
          },
        }),
        params: Type.Object({
          id: Type.String({
            examples: ['characteristics-add-up-to-profiles'],
            ...described({ en: 'Id of the rule.', cy: 'Id y rheol.' }),
          }),
        }),
        response: {
          200: jsonAnswer(
            { en: 'The rule.', cy: 'Y rheol.' },
            RULE_SHAPE,
            RULE_CATALOGUE.find(({ kind }) => kind === 'content'),
          ),
          ...problems('RULE_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const rule = RULE_CATALOGUE.find(({ id }) => id === request.params.id);
      if (rule === undefined) throw unknownRule(request.params.id);
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return rule;
    },
  );
};

function unknownRule(given: string): ServiceError {
  const detail = { en: 'The standard has no such rule.', cy: "Nid oes gan y safon reol o'r fath." };
  const nearest = suggestName(
    given,
    RULE_CATALOGUE.map(({ id }) => id),
  );
  const fault = { parameter: 'id', detail, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('RULE_NOT_FOUND', detail, {}, { errors: [fault] });
}
