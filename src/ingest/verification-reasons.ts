import type { Text } from '../standard/text.ts';

/** Why a figure that looks wrong is right: the only reasons with which a `verify` finding is confirmed. */
export const VERIFICATION_REASONS = [
  {
    code: 'checked_and_correct',
    title: {
      en: 'Checked against the source; the figures are correct',
      cy: "Gwiriwyd yn erbyn y ffynhonnell; mae'r ffigurau'n gywir",
    },
  },
  {
    code: 'small_service',
    title: {
      en: 'The service is small, so its figures vary',
      cy: "Mae'r gwasanaeth yn fach, felly mae ei ffigurau'n amrywio",
    },
  },
  {
    code: 'new_service',
    title: {
      en: 'The service is new or has just changed what it does',
      cy: "Mae'r gwasanaeth yn newydd neu newydd newid yr hyn y mae'n ei wneud",
    },
  },
  {
    code: 'change_of_system',
    title: {
      en: 'The figures come from another system than before',
      cy: "Daw'r ffigurau o system wahanol i'r un flaenorol",
    },
  },
] as const satisfies readonly { code: string; title: Text }[];

export type VerificationReason = (typeof VERIFICATION_REASONS)[number]['code'];
