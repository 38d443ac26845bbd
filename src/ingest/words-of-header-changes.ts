import { type HeaderNode, headerNode } from '../standard/header-leaves.ts';
import type { Text } from '../standard/text.ts';

/**
 * What the header says otherwise than before, by the titles of its fields.
 *
 * @param fields - Where they stand in the header; at least one.
 * @param isAllThatChanged - Whether every row stood already.
 */
export function wordsOfHeaderChanges(fields: readonly string[], isAllThatChanged: boolean): Text {
  const titles = fields.map(titleOf);
  const named = (language: keyof Text) =>
    [...new Set(titles.map((title) => `“${title[language]}”`))].join(', ');
  if (!isAllThatChanged) {
    return {
      en: `What the return says of tables that stood has changed as well, and from now on the new holds: ${named('en')}. header_changes gives both.`,
      cy: `Mae'r hyn y mae'r ffurflen yn ei ddweud am dablau a oedd yn sefyll wedi newid hefyd, a'r newydd sy'n dal o hyn ymlaen: ${named('cy')}. Mae header_changes yn rhoi'r ddau.`,
    };
  }
  return {
    en: `The rows stood already, but what the return says of them has changed, and from now on the new holds: ${named('en')}. header_changes gives both.`,
    cy: `Roedd y rhesi'n sefyll eisoes, ond mae'r hyn y mae'r ffurflen yn ei ddweud amdanynt wedi newid, a'r newydd sy'n dal o hyn ymlaen: ${named('cy')}. Mae header_changes yn rhoi'r ddau.`,
  };
}

/** The title of a field of the header, that of the field as sent where the standard has none. */
function titleOf(field: string): Text {
  let node: HeaderNode | undefined = headerNode();
  for (const name of field.split('.')) node = node?.properties?.[name];
  return { en: node?.title ?? field, cy: node?.['x-cy']?.title ?? field };
}
