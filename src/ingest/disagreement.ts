import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Submission } from '../store/submissions-repository.ts';

/**
 * The tables that stand with which a rejected return does not agree, when nothing else is against it.
 *
 * @returns None when something else is against it. What a rule of the standard finds with the service, and not in the
 *   return, lies between a table of the return and one that stands.
 */
export function disagreesOnlyWith({
  report,
  service_findings,
}: Pick<Submission, 'report' | 'service_findings'>): TableName[] {
  const isError = ({ tier }: { readonly tier: string }) => tier === 'error';
  if (report.findings.some(isError)) return [];
  const tables = new Set<TableName>();
  for (const { rule: id } of service_findings.filter(isError)) {
    const rule = RULES.find((each) => each.id === id);
    if (rule === undefined) return [];
    for (const table of rule.tables) if (report.rows[table] === undefined) tables.add(table);
  }
  return TABLE_NAMES.filter((table) => tables.has(table));
}

/** What the sender of such a return does next. */
export function agreeTogether(tables: readonly TableName[]): Text {
  const named = (language: Language) =>
    tables.map((table) => `“${TABLES[table].title[language]}”`).join(', ');
  return {
    en: `Nothing is wrong with the return by itself, but it does not agree with what stands of ${named('en')}. Where that is to change too, send both in one return; spcd aggregate joins the tables of two systems. Or have withdrawn what stands, send this return again, and then the other. Otherwise mend what the findings name. What stood before still stands.`,
    cy: `Nid oes dim o'i le ar y ffurflen ei hun, ond nid yw'n cytuno â'r hyn sy'n sefyll o ${named('cy')}. Os yw hwnnw i newid hefyd, anfonwch y ddau mewn un ffurflen; mae spcd aggregate yn cyfuno tablau dwy system. Neu tynnwch yn ôl yr hyn sy'n sefyll, anfonwch y ffurflen hon eto, ac yna'r llall. Fel arall cywirwch yr hyn y mae'r canfyddiadau'n ei enwi. Mae'r hyn a oedd yn sefyll o'r blaen yn dal i sefyll.`,
  };
}
