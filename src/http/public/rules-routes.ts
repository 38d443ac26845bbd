import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { TIERS } from '../../standard/finding.ts';
import { RULES } from '../../standard/rules/all-rules.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { STRUCTURAL_RULES } from '../../standard/structural-rules.ts';
import { suggestName } from '../../standard/suggest.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';

const RULE_SHAPE = Type.Object({
  id: Type.String(),
  kind: Type.Unsafe<RuleKind>({
    type: 'string',
    enum: ['form', 'content'],
    ...described({
      en: '`form`: whether a return can be read; `content`: whether what it says can be so.',
      cy: "`form`: a ellir darllen ffurflen; `content`: a all yr hyn y mae'n ei ddweud fod yn wir.",
    }),
  }),
  tier: Type.Unsafe<RuleText['tier']>({ type: 'string', enum: TIERS }),
  since: Type.String(),
  message: TEXT_SHAPE,
  why: TEXT_SHAPE,
  remedy: TEXT_SHAPE,
  source: Type.String(),
});

type RuleKind = 'form' | 'content';

const CATALOGUE = [
  ...STRUCTURAL_RULES.map((rule) => textOf(rule, 'form')),
  ...RULES.map((rule) => textOf(rule, 'content')),
];

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
            en: 'First the rules of form, then those of content, in the order in which they are looked at.',
            cy: "Yn gyntaf y rheolau ffurf, yna'r rhai cynnwys, yn y drefn yr edrychir arnynt.",
          },
        }),
        response: {
          200: jsonAnswer(
            { en: 'The rules.', cy: 'Y rheolau.' },
            Type.Object({ rules: Type.Array(RULE_SHAPE) }),
            {
              rules: CATALOGUE.slice(0, 1),
            },
          ),
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return { rules: CATALOGUE };
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
            examples: [RULES[0]?.id],
            ...described({ en: 'Id of the rule.', cy: 'Id y rheol.' }),
          }),
        }),
        response: {
          200: jsonAnswer({ en: 'The rule.', cy: 'Y rheol.' }, RULE_SHAPE, CATALOGUE.at(-1)),
          ...problems('RULE_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const rule = CATALOGUE.find(({ id }) => id === request.params.id);
      if (rule === undefined) throw unknownRule(request.params.id);
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return rule;
    },
  );
};

function textOf(rule: RuleText, kind: RuleKind) {
  const { id, tier, since, message, why, remedy, source } = rule;
  return { id, kind, tier, since, message, why, remedy, source };
}

function unknownRule(given: string): ServiceError {
  const detail = { en: 'The standard has no such rule.', cy: "Nid oes gan y safon reol o'r fath." };
  const nearest = suggestName(
    given,
    CATALOGUE.map(({ id }) => id),
  );
  const fault = { parameter: 'id', detail, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('RULE_NOT_FOUND', detail, {}, { errors: [fault] });
}
