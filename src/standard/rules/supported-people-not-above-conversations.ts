import { exampleRow, profile } from './example-rows.ts';
import { type AreaSums, excessOf } from './reading/area-sums.ts';
import { overTables } from './reading/passes.ts';
import { addEvents } from './reading/pathway-counts.ts';
import { addPopulation } from './reading/population-sums.ts';
import type { Rule } from './rule.ts';

const held = (episodes: number) => exampleRow('pathway', { stage: 'what_matters_conversation', episodes });

export const supportedPeopleNotAboveConversations: Rule = {
  id: 'supported-people-not-above-conversations',
  tier: 'verify',
  since: '1.0',
  tables: ['profiles', 'pathway'],
  message: {
    en: 'More people were supported than first what matters conversations were held.',
    cy: "Cefnogwyd mwy o bobl nag o sgyrsiau cyntaf am yr hyn sy'n bwysig a gynhaliwyd.",
  },
  why: {
    en: 'The first what matters conversation of an episode makes the person supported, so there is at least one for each person.',
    cy: "Y sgwrs gyntaf am yr hyn sy'n bwysig mewn cyfnod cymorth sy'n gwneud yr unigolyn yn un a gefnogwyd, felly mae o leiaf un ar gyfer pob person.",
  },
  remedy: {
    en: 'For this area, count as supported only people with such a conversation in the period, and each of these conversations in pathway (basis event).',
    cy: "Ar gyfer yr ardal hon, cyfrifwch fel pobl a gefnogwyd ddim ond y rhai â sgwrs o'r fath yn y cyfnod, a phob un o'r sgyrsiau hyn yn pathway (sail event).",
  },
  source: 'counting rules, section 2',
  examples: {
    passes: [
      { tables: { profiles: [profile({ people: 12 })], pathway: [held(12)] } },
      { tables: { profiles: [profile({ people: 12 })], pathway: [exampleRow('pathway')] } },
    ],
    fails: [{ tables: { profiles: [profile({ people: 12 })], pathway: [held(11)] } }],
  },
  start(_header, report) {
    const people: AreaSums = new Map();
    const conversations: AreaSums = new Map();
    return overTables(
      {
        profiles: addPopulation(people, 'supported', 'people'),
        pathway: addEvents(conversations, 'what_matters_conversation'),
      },
      () => {
        // A system without the dates of conversations leaves the stage out.
        if (conversations.size === 0) return;
        for (const { row, count: value, most } of excessOf(people, conversations)) {
          report({ table: 'profiles', row, path: ['people'], value, suggestion: `0-${most}` });
        }
      },
    );
  },
};
