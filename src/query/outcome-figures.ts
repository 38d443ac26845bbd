import type { Text } from '../standard/text.ts';
import type { AnswerFigure } from './answer.ts';

/** The columns of an outcome answer, in order. */
export const OUTCOME_FIGURES = [
  'n_eligible',
  'n_baseline',
  'n_follow_up',
  'n_paired',
  'follow_up_rate',
  'follow_up_lower_95',
  'follow_up_upper_95',
  'mean_baseline',
  'sd_baseline',
  'mean_follow_up',
  'sd_follow_up',
  'mean_change',
  'sd_change',
  'change_lower_95',
  'change_upper_95',
  'n_improved',
  'n_unchanged',
  'n_worse',
  'improved_percentage',
  'improved_lower_95',
  'improved_upper_95',
] as const;

/** Those that are worked out from published figures. */
export const DERIVED_FIGURES: Readonly<Record<string, AnswerFigure>> = {
  follow_up_rate: {
    name: 'follow_up_rate',
    title: { en: 'Follow-up rate', cy: 'Cyfradd ddilynol' },
    description: {
      en: 'Episodes with both scores as a share of those with a baseline score, in whole per cents of published numbers.',
      cy: "Cyfnodau â'r ddwy sgôr fel cyfran o'r rhai â sgôr llinell sylfaen, mewn canrannau cyfan o rifau cyhoeddedig.",
    },
    unit: 'percent',
  },
  follow_up_lower_95: shareEnd('follow_up_lower_95', {
    en: 'Follow-up rate, lower end of 95% interval',
    cy: 'Cyfradd ddilynol, pen isaf y cyfwng 95%',
  }),
  follow_up_upper_95: shareEnd('follow_up_upper_95', {
    en: 'Follow-up rate, upper end of 95% interval',
    cy: 'Cyfradd ddilynol, pen uchaf y cyfwng 95%',
  }),
  change_lower_95: {
    name: 'change_lower_95',
    title: { en: 'Change, lower end of 95% interval', cy: 'Newid, pen isaf y cyfwng 95%' },
    description: {
      en: 'From published figures; sampling error and noise included.',
      cy: 'O ffigurau cyhoeddedig; gan gynnwys gwall samplu a sŵn.',
    },
    unit: 'score',
  },
  change_upper_95: {
    name: 'change_upper_95',
    title: { en: 'Change, upper end of 95% interval', cy: 'Newid, pen uchaf y cyfwng 95%' },
    description: {
      en: 'From published figures; sampling error and noise included.',
      cy: 'O ffigurau cyhoeddedig; gan gynnwys gwall samplu a sŵn.',
    },
    unit: 'score',
  },
  improved_percentage: {
    name: 'improved_percentage',
    title: { en: 'Improved, per cent', cy: 'Wedi gwella, y cant' },
    description: {
      en: 'Improved as a share of those with both scores, in whole per cents of published numbers.',
      cy: "Y rhai a wellodd fel cyfran o'r rhai â'r ddwy sgôr, mewn canrannau cyfan o rifau cyhoeddedig.",
    },
    unit: 'percent',
  },
  improved_lower_95: shareEnd('improved_lower_95', {
    en: 'Improved, lower end of 95% interval',
    cy: 'Wedi gwella, pen isaf y cyfwng 95%',
  }),
  improved_upper_95: shareEnd('improved_upper_95', {
    en: 'Improved, upper end of 95% interval',
    cy: 'Wedi gwella, pen uchaf y cyfwng 95%',
  }),
};

function shareEnd(name: string, title: Text): AnswerFigure {
  const description = {
    en: 'In whole per cents, from published figures; sampling error, noise and rounding included.',
    cy: 'Mewn canrannau cyfan, o ffigurau cyhoeddedig; gan gynnwys gwall samplu, sŵn a thalgrynnu.',
  };
  return { name, title, description, unit: 'percent' };
}
