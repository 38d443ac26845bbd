import type { PeriodCalendar } from '../standard/calendar.ts';
import { TABLES } from '../standard/generated/tables.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Completeness, DueTable } from './completeness.ts';

const NOT_REGISTERED: Text = {
  en: 'Your organisation is not in the register, so it is not known what you have to send. Returns are taken all the same; ask the publisher to enter it.',
  cy: "Nid yw eich sefydliad yn y gofrestr, felly nid yw'n hysbys beth sydd raid i chi ei anfon. Derbynnir ffurflenni serch hynny; gofynnwch i'r cyhoeddwr ei gofnodi.",
};
const NOTHING_DUE: Text = {
  en: 'By the register you have nothing to send for this period.',
  cy: "Yn ôl y gofrestr, nid oes gennych ddim i'w anfon ar gyfer y cyfnod hwn.",
};
const COMPLETE: Text = {
  en: 'Nothing is missing. You may still send tables again until the period closes.',
  cy: 'Nid oes dim ar goll. Cewch anfon tablau eto nes bod y cyfnod yn cau.',
};

/** What an organisation does next about an open period, in words. */
export function periodAction(facts: {
  readonly calendar: PeriodCalendar;
  /** The day in the United Kingdom. */
  readonly today: string;
  readonly completeness: Completeness;
  readonly isRegistered: boolean;
}): Text {
  const { calendar, today, completeness, isRegistered } = facts;
  const { tables, services_missing, complete } = completeness;
  if (!isRegistered) return NOT_REGISTERED;
  if (tables.length === 0) return NOTHING_DUE;
  const missing = tables.filter(({ state }) => state === 'missing').map(({ table }) => TABLES[table].title);
  const waiting = tables.filter(({ submission_id }) => submission_id !== undefined);
  const sentences = [
    ...(waiting.length > 0 ? [confirmTables(waiting)] : []),
    ...(complete ? [COMPLETE] : []),
    ...(missing.length > 0 ? [sendTables(missing, calendar, today)] : []),
    ...(services_missing.length > 0 ? [includeServices(services_missing)] : []),
  ];
  const said = (language: Language) => sentences.map((sentence) => sentence[language]).join(' ');
  return { en: said('en'), cy: said('cy') };
}

/** What came and does not stand is confirmed before anything is sent once more. */
function confirmTables(waiting: readonly DueTable[]): Text {
  const [en, cy] = (['en', 'cy'] as const).map((language) =>
    waiting
      .map(
        ({ table, submission_id }) => `${TABLES[table].title[language]} (/v1/submissions/${submission_id})`,
      )
      .join(', '),
  );
  return {
    en: `These tables came and do not stand yet: ${en}. Read what was found in them there, and confirm what is right or send them again.`,
    cy: `Daeth y tablau hyn, ond nid ydynt yn sefyll eto: ${cy}. Darllenwch yno yr hyn a ganfuwyd ynddynt, a chadarnhewch yr hyn sy'n gywir neu anfonwch hwy eto.`,
  };
}

function sendTables(titles: readonly Text[], { due_on, closes_on }: PeriodCalendar, today: string): Text {
  const [en, cy] = (['en', 'cy'] as const).map((language) =>
    titles.map((title) => title[language]).join(', '),
  );
  return today <= due_on
    ? {
        en: `Send these tables by ${due_on}: ${en}. One with nothing to count is sent empty and declared nil.`,
        cy: `Anfonwch y tablau hyn erbyn ${due_on}: ${cy}. Anfonir un heb ddim i'w gyfrif yn wag, a datgan ei fod yn nil.`,
      }
    : {
        en: `These tables were due on ${due_on}: ${en}. Send them now; until ${closes_on} they are taken into the final figures.`,
        cy: `Roedd disgwyl y tablau hyn erbyn ${due_on}: ${cy}. Anfonwch hwy nawr; hyd at ${closes_on} fe'u cynhwysir yn y ffigurau terfynol.`,
      };
}

function includeServices(ids: readonly string[]): Text {
  const names = ids.join(', ');
  return {
    en: `No return includes these services of yours: ${names}. Send the tables again with them, or tell the publisher when a service ended.`,
    cy: `Nid oes ffurflen sy'n cynnwys y gwasanaethau hyn o'ch eiddo: ${names}. Anfonwch y tablau eto gyda hwy, neu dywedwch wrth y cyhoeddwr pryd y daeth gwasanaeth i ben.`,
  };
}
