// Written by `npm run generate` from schema/. Do not edit.
import type { Measure } from '../measure.ts';

/** The measures that a return can send outcomes of. */
export const MEASURE_IDS = ["core_10","ctel","djg_6","djg_6_emotional","djg_6_social","eq5d_3l_index","eq5d_5l_index","eq_vas","gad_7","gas","gppaq","gse","howru","icecap_a","ipaq_sf","k10","k6","lsns_6","mycaw_concern_1","mycaw_concern_2","mycaw_wellbeing","ons4_anxious","ons4_happy","ons4_satisfaction","ons4_worthwhile","ons_loneliness_direct","pam_13","phq_4","phq_9","pws","reqol_10","reqol_20","swemwbs_metric","swemwbs_raw","ucla_3","wellbeing_star","wemwbs_14","who5_percentage","wsas","wsas_without_work"] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
export type RegisteredMeasureId = "core_10" | "ctel" | "djg_6" | "djg_6_emotional" | "djg_6_social" | "eq5d_3l_index" | "eq5d_5l_index" | "eq5d_5l_profile" | "eq_vas" | "gad_7" | "gas" | "gppaq" | "gse" | "howru" | "icecap_a" | "ipaq_sf" | "k10" | "k6" | "lsns_6" | "mycaw_concern_1" | "mycaw_concern_2" | "mycaw_wellbeing" | "ons4_anxious" | "ons4_happy" | "ons4_satisfaction" | "ons4_worthwhile" | "ons_loneliness_direct" | "pam_13" | "phq_4" | "phq_9" | "pws" | "reqol_10" | "reqol_20" | "swemwbs_metric" | "swemwbs_raw" | "ucla_3" | "wellbeing_star" | "wemwbs_14" | "who5_percentage" | "who5_raw" | "wsas" | "wsas_without_work";
export const INSTRUMENT_IDS = ["core_10","ctel","djg_6","djg_6_emotional","djg_6_social","eq5d_3l","eq5d_5l","eq_vas","gad_7","gas","gppaq","gse","howru","icecap_a","ipaq_sf","k10","k6","lsns_6","mycaw","ons4","ons_loneliness_direct","pam_13","phq_4","phq_9","pws","reqol_10","reqol_20","swemwbs","ucla_3","wellbeing_star","wemwbs_14","who5","wsas","wsas_without_work"] as const;
export type InstrumentId = (typeof INSTRUMENT_IDS)[number];

export const CORE_10: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "core_10",
 "instrument": "core_10",
 "abbreviation": "CORE-10",
 "construct": "psychological_distress",
 "item_count": 10,
 "item_minimum": 0,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "The number printed beside the answer. The form has already turned items 2 and 3 round, so they are not turned again.",
  "cy": "Y rhif a argreffir wrth yr ateb. Mae'r ffurflen eisoes wedi troi eitemau 2 a 3, felly ni chânt eu troi eto."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 40,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "prorate",
  "maximum_missing": 1,
  "source": "CamCOPS documentation of the scale: ten times the total by the number answered; the limit of one is from the manual and to be compared with it",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": {
  "value": 6,
  "method": "reliable change index, 90% confidence",
  "source": "Barkham and others 2013",
  "source_status": "mapped"
 },
 "reporting_threshold": {
  "value": 6,
  "method": "reliable change index, 90% confidence",
  "source": "Barkham and others 2013",
  "source_status": "mapped"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "one week",
 "licence": {
  "holder": "CORE System Trust",
  "item_text_in_package": "verbatim_only",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.coresystemtrust.org.uk",
  "note": "CC BY-ND 4.0 since 2015: no translation or change of our own; not carried here"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Sources differ on the limits of mild, moderate and severe, so only the clinical cut-off is given.",
  "cy": "Mae ffynonellau'n anghytuno am derfynau ysgafn, cymedrol a difrifol, felly dim ond y trothwy clinigol a roddir."
 },
 "source": "Barkham and others 2013; CamCOPS documentation of the scale",
 "source_status": "mapped",
 "title": {
  "en": "Clinical Outcomes in Routine Evaluation, ten items",
  "cy": "Clinical Outcomes in Routine Evaluation, deg eitem"
 },
 "bands": [
  {
   "id": "non_clinical",
   "minimum": 0,
   "maximum": 10.99,
   "source": "Barkham and others 2013",
   "source_status": "mapped",
   "title": {
    "en": "Below the clinical cut-off",
    "cy": "Islaw'r trothwy clinigol"
   }
  },
  {
   "id": "clinical",
   "minimum": 11,
   "maximum": 40,
   "source": "Barkham and others 2013",
   "source_status": "mapped",
   "title": {
    "en": "At or above the clinical cut-off",
    "cy": "Ar y trothwy clinigol neu'n uwch"
   }
  }
 ],
 "cut_offs": [
  {
   "id": "depression",
   "at_least": 13,
   "source": "Barkham and others 2013",
   "source_status": "mapped",
   "title": {
    "en": "Depression cut-off",
    "cy": "Trothwy iselder"
   }
  }
 ]
}`);

export const CTEL: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ctel",
 "instrument": "ctel",
 "abbreviation": "CtEL",
 "construct": "loneliness",
 "item_count": 3,
 "item_minimum": 0,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "How far the person agrees, from 0, not at all, to 4, strongly. The items say good things, so all are turned here.",
  "cy": "I ba raddau y mae'r unigolyn yn cytuno, o 0, ddim o gwbl, i 4, yn gryf. Mae'r eitemau'n dweud pethau da, felly fe'u troir i gyd yma."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [
  1,
  2,
  3
 ],
 "score_minimum": 0,
 "score_maximum": 12,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the publication",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Campaign to End Loneliness",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.campaigntoendloneliness.org",
  "note": "Said to be free to use; linked, not carried"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Not a tool for screening people.",
  "cy": "Nid offeryn ar gyfer sgrinio pobl."
 },
 "source": "Campaign to End Loneliness, Measuring your impact on loneliness in later life; keying to be compared with the publication",
 "source_status": "unverified",
 "title": {
  "en": "Campaign to End Loneliness measurement tool",
  "cy": "Offeryn mesur y Campaign to End Loneliness"
 },
 "bands": [],
 "cut_offs": []
}`);

export const DJG_6: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "djg_6",
 "instrument": "djg_6",
 "abbreviation": "DJG-6",
 "construct": "loneliness",
 "item_count": 6,
 "item_minimum": 1,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "1 no, 2 in between, 3 yes. Emotional items first, then the social ones.",
  "cy": "1 na, 2 rhwng y ddau, 3 ie. Yr eitemau emosiynol yn gyntaf, yna'r rhai cymdeithasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 6,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "dichotomise",
  "counted": [
   [
    2,
    3
   ],
   [
    2,
    3
   ],
   [
    2,
    3
   ],
   [
    1,
    2
   ],
   [
    1,
    2
   ],
   [
    1,
    2
   ]
  ]
 },
 "missing_rule": {
  "kind": "count_nothing",
  "maximum_missing": 1,
  "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "VU Amsterdam",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://home.fsw.vu.nl/tg.van.tilburg/manual_loneliness_scale_1999.html",
  "note": "May be used in research when the source is cited; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "The middle answer counts as lonely in both directions, so six middle answers give 6.",
  "cy": "Mae'r ateb canol yn cyfrif fel unig i'r ddau gyfeiriad, felly mae chwe ateb canol yn rhoi 6."
 },
 "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
 "source_status": "mapped",
 "title": {
  "en": "De Jong Gierveld loneliness scale, six items",
  "cy": "Graddfa unigrwydd De Jong Gierveld, chwe eitem"
 },
 "bands": [
  {
   "id": "not_lonely",
   "minimum": 0,
   "maximum": 1,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022; Statistics Netherlands",
   "source_status": "mapped",
   "title": {
    "en": "Not lonely",
    "cy": "Ddim yn unig"
   }
  },
  {
   "id": "moderately_lonely",
   "minimum": 2,
   "maximum": 4,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022; Statistics Netherlands",
   "source_status": "mapped",
   "title": {
    "en": "Moderately lonely",
    "cy": "Gweddol unig"
   }
  },
  {
   "id": "severely_lonely",
   "minimum": 5,
   "maximum": 6,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022; Statistics Netherlands",
   "source_status": "mapped",
   "title": {
    "en": "Severely lonely",
    "cy": "Unig iawn"
   }
  }
 ],
 "cut_offs": []
}`);

export const DJG_6_EMOTIONAL: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "djg_6_emotional",
 "instrument": "djg_6_emotional",
 "abbreviation": "DJG-6",
 "construct": "loneliness",
 "item_count": 3,
 "item_minimum": 1,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "1 no, 2 in between, 3 yes.",
  "cy": "1 na, 2 rhwng y ddau, 3 ie."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 3,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "dichotomise",
  "counted": [
   [
    2,
    3
   ],
   [
    2,
    3
   ],
   [
    2,
    3
   ]
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "VU Amsterdam",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://home.fsw.vu.nl/tg.van.tilburg/manual_loneliness_scale_1999.html",
  "note": "May be used in research when the source is cited; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
 "source_status": "mapped",
 "title": {
  "en": "De Jong Gierveld loneliness scale, emotional loneliness",
  "cy": "Graddfa unigrwydd De Jong Gierveld, unigrwydd emosiynol"
 },
 "bands": [
  {
   "id": "not_lonely",
   "minimum": 0,
   "maximum": 0,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
   "source_status": "mapped",
   "title": {
    "en": "Not lonely",
    "cy": "Ddim yn unig"
   }
  },
  {
   "id": "lonely",
   "minimum": 1,
   "maximum": 3,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
   "source_status": "mapped",
   "title": {
    "en": "Lonely",
    "cy": "Unig"
   }
  }
 ],
 "cut_offs": []
}`);

export const DJG_6_SOCIAL: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "djg_6_social",
 "instrument": "djg_6_social",
 "abbreviation": "DJG-6",
 "construct": "loneliness",
 "item_count": 3,
 "item_minimum": 1,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "1 no, 2 in between, 3 yes.",
  "cy": "1 na, 2 rhwng y ddau, 3 ie."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 3,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "dichotomise",
  "counted": [
   [
    1,
    2
   ],
   [
    1,
    2
   ],
   [
    1,
    2
   ]
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "VU Amsterdam",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://home.fsw.vu.nl/tg.van.tilburg/manual_loneliness_scale_1999.html",
  "note": "May be used in research when the source is cited; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
 "source_status": "mapped",
 "title": {
  "en": "De Jong Gierveld loneliness scale, social loneliness",
  "cy": "Graddfa unigrwydd De Jong Gierveld, unigrwydd cymdeithasol"
 },
 "bands": [
  {
   "id": "not_lonely",
   "minimum": 0,
   "maximum": 0,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
   "source_status": "mapped",
   "title": {
    "en": "Not lonely",
    "cy": "Ddim yn unig"
   }
  },
  {
   "id": "lonely",
   "minimum": 1,
   "maximum": 3,
   "source": "VU Amsterdam, manual of the loneliness scale; SPSS syntax of 24 February 2022",
   "source_status": "mapped",
   "title": {
    "en": "Lonely",
    "cy": "Unig"
   }
  }
 ],
 "cut_offs": []
}`);

export const EQ5D_3L_INDEX: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "eq5d_3l_index",
 "instrument": "eq5d_3l",
 "abbreviation": "EQ-5D-3L",
 "construct": "health_related_quality_of_life",
 "item_count": 5,
 "item_minimum": 1,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number: the level of each dimension in the order of the questionnaire, 1 for no problems; 9 stands for missing.",
  "cy": "Rhif cyfan: lefel pob dimensiwn yn nhrefn yr holiadur, 1 am ddim problemau; mae 9 yn golygu ar goll."
 },
 "missing_codes": [
  9
 ],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": -0.594,
 "score_maximum": 1,
 "score_step": 0.001,
 "is_integer": false,
 "mean_decimals": 3,
 "direction": "higher_better",
 "algorithm": {
  "kind": "value_set",
  "sets": [
   {
    "value_set": "uk_3l_mvh_1997",
    "score_minimum": -0.594,
    "decrements": [
     [
      0,
      0.069,
      0.314
     ],
     [
      0,
      0.104,
      0.214
     ],
     [
      0,
      0.036,
      0.094
     ],
     [
      0,
      0.123,
      0.386
     ],
     [
      0,
      0.071,
      0.236
     ]
    ],
    "if_any_above_lowest": 0.081,
    "if_any_highest": 0.269,
    "minimal_important_difference": null,
    "source": "Measurement and Valuation of Health study 1997, time trade-off; decrements as carried by the R package eq5d (MIT)",
    "source_status": "mapped"
   }
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "EuroQol user guidance: no index with a missing dimension",
  "source_status": "mapped"
 },
 "value_sets": [
  "uk_3l_mvh_1997"
 ],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "today",
 "licence": {
  "holder": "EuroQol Research Foundation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://euroqol.org",
  "note": "Names of states and published values only, with citation; no wording without written consent"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "EuroQol; value set as named with it",
 "source_status": "mapped",
 "title": {
  "en": "EQ-5D-3L index",
  "cy": "Mynegai EQ-5D-3L"
 },
 "bands": [],
 "cut_offs": []
}`);

export const EQ5D_5L_INDEX: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "eq5d_5l_index",
 "instrument": "eq5d_5l",
 "abbreviation": "EQ-5D-5L",
 "construct": "health_related_quality_of_life",
 "item_count": 5,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number: the level of each dimension in the order of the questionnaire, 1 for no problems; 9 stands for missing.",
  "cy": "Rhif cyfan: lefel pob dimensiwn yn nhrefn yr holiadur, 1 am ddim problemau; mae 9 yn golygu ar goll."
 },
 "missing_codes": [
  9
 ],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": -0.594,
 "score_maximum": 1,
 "score_step": 0.001,
 "is_integer": false,
 "mean_decimals": 3,
 "direction": "higher_better",
 "algorithm": {
  "kind": "value_set",
  "sets": [
   {
    "value_set": "uk_5l_rowen_2026",
    "score_minimum": -0.567,
    "decrements": [
     [
      0,
      0.032,
      0.058,
      0.179,
      0.279
     ],
     [
      0,
      0.038,
      0.06,
      0.162,
      0.206
     ],
     [
      0,
      0.049,
      0.086,
      0.184,
      0.212
     ],
     [
      0,
      0.056,
      0.066,
      0.371,
      0.479
     ],
     [
      0,
      0.041,
      0.126,
      0.313,
      0.391
     ]
    ],
    "if_any_above_lowest": 0,
    "if_any_highest": 0,
    "minimal_important_difference": {
     "value": 0.078,
     "method": "mean over the 3,125 states of each one's mean one-level change",
     "source": "own calculation by the method of McClure and others 2017; no published figure was found",
     "source_status": "derived"
    },
    "source": "Rowen and others 2026, doi 10.1016/j.jval.2026.03.008; decrements as carried by the R package eq5d 0.16.3 (MIT)",
    "source_status": "mapped"
   },
   {
    "value_set": "eng_5l_devlin_2018",
    "score_minimum": -0.285,
    "decrements": [
     [
      0,
      0.058,
      0.076,
      0.207,
      0.274
     ],
     [
      0,
      0.05,
      0.08,
      0.164,
      0.203
     ],
     [
      0,
      0.05,
      0.063,
      0.162,
      0.184
     ],
     [
      0,
      0.063,
      0.084,
      0.276,
      0.335
     ],
     [
      0,
      0.078,
      0.104,
      0.285,
      0.289
     ]
    ],
    "if_any_above_lowest": 0,
    "if_any_highest": 0,
    "minimal_important_difference": {
     "value": 0.063,
     "method": "mean over the 3,125 states of the mean one-level change",
     "source": "McClure and others 2017; own calculation gives 0.0637",
     "source_status": "unverified"
    },
    "source": "Devlin and others 2018; NICE does not recommend it",
    "source_status": "mapped"
   },
   {
    "value_set": "uk_crosswalk_vanhout_2012",
    "score_minimum": -0.594,
    "decrements": null,
    "if_any_above_lowest": 0,
    "if_any_highest": 0,
    "minimal_important_difference": null,
    "source": "van Hout and others 2012; the table of 3,125 values is not carried here",
    "source_status": "mapped"
   },
   {
    "value_set": "uk_dsu_map_2022",
    "score_minimum": -0.594,
    "decrements": null,
    "if_any_above_lowest": 0,
    "if_any_highest": 0,
    "minimal_important_difference": null,
    "source": "Hernández Alava and others, NICE Decision Support Unit; needs age and sex, is not carried here",
    "source_status": "mapped"
   }
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "EuroQol user guidance: no index with a missing dimension",
  "source_status": "mapped"
 },
 "value_sets": [
  "uk_5l_rowen_2026",
  "eng_5l_devlin_2018",
  "uk_crosswalk_vanhout_2012",
  "uk_dsu_map_2022"
 ],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "today",
 "licence": {
  "holder": "EuroQol Research Foundation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://euroqol.org",
  "note": "Names of states and published values only, with citation; no wording without written consent"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Indices of different value sets are different numbers. The value set is always sent, and is never changed afterwards.",
  "cy": "Mae mynegeion gwahanol setiau gwerthoedd yn rhifau gwahanol. Anfonir y set werthoedd bob amser, ac ni chaiff ei newid wedyn."
 },
 "source": "EuroQol; value sets as named with each",
 "source_status": "mapped",
 "title": {
  "en": "EQ-5D-5L index",
  "cy": "Mynegai EQ-5D-5L"
 },
 "bands": [],
 "cut_offs": []
}`);

export const EQ5D_5L_PROFILE: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "eq5d_5l_profile",
 "instrument": "eq5d_5l",
 "abbreviation": "EQ-5D-5L",
 "construct": "health_related_quality_of_life",
 "item_count": 5,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number: the level of each dimension in the order of the questionnaire, 1 for no problems; 9 stands for missing.",
  "cy": "Rhif cyfan: lefel pob dimensiwn yn nhrefn yr holiadur, 1 am ddim problemau; mae 9 yn golygu ar goll."
 },
 "missing_codes": [
  9
 ],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 11111,
 "score_maximum": 55555,
 "score_step": null,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "digits"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "EuroQol user guidance",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "none",
 "recall_period": "today",
 "licence": {
  "holder": "EuroQol Research Foundation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://euroqol.org",
  "note": "Names of states and published values only, with citation; no wording without written consent"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "The five levels written one after another: a name of a state, not an amount. It is kept with the person's record and not sent in outcomes.",
  "cy": "Y pum lefel wedi'u hysgrifennu un ar ôl y llall: enw cyflwr, nid swm. Fe'i cedwir gyda chofnod yr unigolyn ac nis anfonir mewn canlyniadau."
 },
 "source": "EuroQol: five digits, 3,125 states",
 "source_status": "mapped",
 "title": {
  "en": "EQ-5D-5L profile",
  "cy": "Proffil EQ-5D-5L"
 },
 "bands": [],
 "cut_offs": []
}`);

export const EQ_VAS: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "eq_vas",
 "instrument": "eq_vas",
 "abbreviation": "EQ VAS",
 "construct": "health_related_quality_of_life",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 100,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, worst health, to 100, best health; 999 stands for missing.",
  "cy": "Rhif cyfan o 0, yr iechyd gwaethaf, i 100, yr iechyd gorau; mae 999 yn golygu ar goll."
 },
 "missing_codes": [
  999
 ],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 100,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "today",
 "licence": {
  "holder": "EuroQol Research Foundation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://euroqol.org",
  "note": "Names of states and published values only, with citation; no wording without written consent"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "EuroQol; CamCOPS documentation of the scale",
 "source_status": "mapped",
 "title": {
  "en": "EQ VAS, health today",
  "cy": "EQ VAS, iechyd heddiw"
 },
 "bands": [],
 "cut_offs": []
}`);

export const GAD_7: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "gad_7",
 "instrument": "gad_7",
 "abbreviation": "GAD-7",
 "construct": "anxiety",
 "item_count": 7,
 "item_minimum": 0,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 21,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "CamCOPS documentation of the scale",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": {
  "value": 4,
  "method": "reliable change index",
  "source": "NHS Talking Therapies manual; to be compared with the manual",
  "source_status": "unverified"
 },
 "reporting_threshold": {
  "value": 4,
  "method": "reliable change index",
  "source": "NHS Talking Therapies manual; to be compared with the manual",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "Developed by Spitzer, Williams, Kroenke and colleagues",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.phqscreeners.com",
  "note": "No permission is required to reproduce, translate, display or distribute; not carried here either"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Many reproductions print the lowest answer wrongly (Zorowitz 2021); the official wording is to be used.",
  "cy": "Mae llawer o gopïau'n argraffu'r ateb isaf yn anghywir (Zorowitz 2021); y geiriad swyddogol sydd i'w ddefnyddio."
 },
 "source": "CamCOPS documentation of the scale",
 "source_status": "mapped",
 "title": {
  "en": "Generalised anxiety disorder scale, seven items",
  "cy": "Graddfa anhwylder gorbryder cyffredinol, saith eitem"
 },
 "bands": [
  {
   "id": "minimal",
   "minimum": 0,
   "maximum": 4,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "None or minimal",
    "cy": "Dim neu ychydig iawn"
   }
  },
  {
   "id": "mild",
   "minimum": 5,
   "maximum": 9,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Mild",
    "cy": "Ysgafn"
   }
  },
  {
   "id": "moderate",
   "minimum": 10,
   "maximum": 14,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Moderate",
    "cy": "Cymedrol"
   }
  },
  {
   "id": "severe",
   "minimum": 15,
   "maximum": 21,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Severe",
    "cy": "Difrifol"
   }
  }
 ],
 "cut_offs": [
  {
   "id": "talking_therapies_caseness",
   "at_least": 8,
   "source": "NHS Talking Therapies manual; to be compared with the manual",
   "source_status": "unverified",
   "title": {
    "en": "Caseness, NHS Talking Therapies",
    "cy": "Trothwy achos, NHS Talking Therapies"
   }
  },
  {
   "id": "caseness",
   "at_least": 10,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Caseness",
    "cy": "Trothwy achos"
   }
  }
 ]
}`);

export const GAS: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "gas",
 "instrument": "gas",
 "abbreviation": "GAS",
 "construct": "goals",
 "item_count": null,
 "item_minimum": -2,
 "item_maximum": 2,
 "item_ranges": null,
 "item_coding": {
  "en": "One answer for each goal agreed, from -2, much less than expected, through 0, as expected, to 2, much more; with a weight for each, or 1 for all.",
  "cy": "Un ateb am bob nod y cytunwyd arno, o -2, llawer llai na'r disgwyl, drwy 0, fel y disgwyl, i 2, llawer mwy; gyda phwysau i bob un, neu 1 i bawb."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 13.48,
 "score_maximum": 86.52,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "goal_attainment",
  "correlation": 0.3,
  "centre": 50,
  "scale": 10
 },
 "missing_rule": {
  "kind": "complete",
  "source": "a goal that was not rated has no part in the formula",
  "source_status": "derived"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "categories",
 "recall_period": null,
 "licence": {
  "holder": "Kiresuk and Sherman",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://doi.org/10.1007/BF01530764",
  "note": "The goals are each person's own; the formula is published"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Everybody has goals of their own, so scores are not averaged over people or services.",
  "cy": "Mae gan bawb ei nodau ei hun, felly ni chymerir cymedr sgoriau dros bobl na gwasanaethau."
 },
 "source": "Kiresuk and Sherman 1968; the practical guide of 2009 was printed with wrong formulas and corrected by an erratum",
 "source_status": "mapped",
 "title": {
  "en": "Goal attainment scaling, T score",
  "cy": "Graddio cyrraedd nodau, sgôr T"
 },
 "bands": [],
 "cut_offs": []
}`);

export const GPPAQ: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "gppaq",
 "instrument": "gppaq",
 "abbreviation": "GPPAQ",
 "construct": "physical_activity",
 "item_count": 3,
 "item_minimum": 0,
 "item_maximum": 168,
 "item_ranges": [
  {
   "minimum": 1,
   "maximum": 4,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 168,
   "is_integer": false
  },
  {
   "minimum": 0,
   "maximum": 168,
   "is_integer": false
  }
 ],
 "item_coding": {
  "en": "Work: 1 sedentary or not in work, 2 standing, 3 physical, 4 heavy manual. Then hours a week of exercise and of cycling. Walking, housework and gardening are not scored.",
  "cy": "Gwaith: 1 eisteddog neu heb waith, 2 ar eich traed, 3 corfforol, 4 llafur trwm. Yna oriau'r wythnos o ymarfer ac o feicio. Ni sgorir cerdded, gwaith tŷ na garddio."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 1,
 "score_maximum": 4,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "matrix",
  "row_item": 1,
  "column_items": [
   2,
   3
  ],
  "column_limits": [
   {
    "above": 0
   },
   {
    "from": 1
   },
   {
    "from": 3
   }
  ],
  "scores": [
   [
    1,
    2,
    3,
    4
   ],
   [
    2,
    3,
    4,
    4
   ],
   [
    3,
    4,
    4,
    4
   ],
   [
    4,
    4,
    4,
    4
   ]
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the publication",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": 74
 },
 "aggregate": "categories",
 "recall_period": "one week",
 "licence": {
  "holder": "Crown copyright, Department of Health",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.gov.uk/government/publications/general-practice-physical-activity-questionnaire-gppaq",
  "note": "Open Government Licence v3.0; not carried here"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Weak as a measure of change: few people fall in the same level twice (Ahmad and others 2015).",
  "cy": "Gwan fel mesur o newid: ychydig o bobl sy'n syrthio i'r un lefel ddwywaith (Ahmad ac eraill 2015)."
 },
 "source": "Department of Health, GPPAQ 2009; to be compared with the publication",
 "source_status": "unverified",
 "title": {
  "en": "General Practice Physical Activity Questionnaire",
  "cy": "Holiadur Gweithgarwch Corfforol Ymarfer Cyffredinol"
 },
 "bands": [
  {
   "id": "inactive",
   "minimum": 1,
   "maximum": 1,
   "source": "patient.info, four levels for ages 16 to 74; Department of Health, GPPAQ 2009; to be compared with the publication",
   "source_status": "mapped",
   "title": {
    "en": "Inactive",
    "cy": "Anweithgar"
   }
  },
  {
   "id": "moderately_inactive",
   "minimum": 2,
   "maximum": 2,
   "source": "patient.info, four levels for ages 16 to 74; Department of Health, GPPAQ 2009; to be compared with the publication",
   "source_status": "mapped",
   "title": {
    "en": "Moderately inactive",
    "cy": "Gweddol anweithgar"
   }
  },
  {
   "id": "moderately_active",
   "minimum": 3,
   "maximum": 3,
   "source": "patient.info, four levels for ages 16 to 74; Department of Health, GPPAQ 2009; to be compared with the publication",
   "source_status": "mapped",
   "title": {
    "en": "Moderately active",
    "cy": "Gweddol weithgar"
   }
  },
  {
   "id": "active",
   "minimum": 4,
   "maximum": 4,
   "source": "patient.info, four levels for ages 16 to 74; Department of Health, GPPAQ 2009; to be compared with the publication",
   "source_status": "mapped",
   "title": {
    "en": "Active",
    "cy": "Gweithgar"
   }
  }
 ],
 "cut_offs": []
}`);

export const GSE: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "gse",
 "instrument": "gse",
 "abbreviation": "GSE",
 "construct": "self_efficacy",
 "item_count": 10,
 "item_minimum": 1,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 1 to 4; the higher, the more it is true.",
  "cy": "Rhif cyfan o 1 i 4; po uchaf, mwyaf gwir ydyw."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 10,
 "score_maximum": 40,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "prorate",
  "maximum_missing": 3,
  "source": "Schwarzer and Jerusalem, frequently asked questions on the scale; to be compared with them",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Schwarzer and Jerusalem",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://userpage.fu-berlin.de/~health/selfscal.htm",
  "note": "Said to be free without explicit permission; linked, not carried"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Schwarzer and Jerusalem 1995; to be compared with the publication",
 "source_status": "unverified",
 "title": {
  "en": "General self-efficacy scale",
  "cy": "Graddfa hunaneffeithiolrwydd gyffredinol"
 },
 "bands": [],
 "cut_offs": []
}`);

export const HOWRU: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "howru",
 "instrument": "howru",
 "abbreviation": "howRu",
 "construct": "health_status",
 "item_count": 4,
 "item_minimum": 0,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, the most trouble, to 3, no trouble.",
  "cy": "Rhif cyfan o 0, y drafferth fwyaf, i 3, dim trafferth."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 12,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the publisher's guidance",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "past 24 hours",
 "licence": {
  "holder": "R-Outcomes Ltd",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://r-outcomes.com",
  "note": "Range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "LOINC panel 55744-7, as carried by a published FHIR questionnaire",
 "source_status": "mapped",
 "title": {
  "en": "howRu health status",
  "cy": "Statws iechyd howRu"
 },
 "bands": [],
 "cut_offs": []
}`);

export const ICECAP_A: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "icecap_a",
 "instrument": "icecap_a",
 "abbreviation": "ICECAP-A",
 "construct": "capability",
 "item_count": 5,
 "item_minimum": 1,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 1,
 "score_step": 0.0001,
 "is_integer": false,
 "mean_decimals": 3,
 "direction": "higher_better",
 "algorithm": {
  "kind": "external"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the authors' guidance",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 18,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Al-Janabi and Coast, Universities of Birmingham and Bristol",
  "item_text_in_package": "no",
  "algorithm_in_package": false,
  "registration_required": true,
  "url": "https://www.birmingham.ac.uk/research/icecap",
  "note": "The tariff of Flynn and others 2015 is to be taken from the paper; it is not carried until it has been"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Not ICECAP-O, the measure for older people: other attributes and other values.",
  "cy": "Nid ICECAP-O, y mesur i bobl hŷn: nodweddion eraill a gwerthoedd eraill."
 },
 "source": "Flynn and others 2015, abstract; range to be compared with the paper",
 "source_status": "unverified",
 "title": {
  "en": "ICEpop capability measure for adults",
  "cy": "Mesur galluogrwydd ICEpop i oedolion"
 },
 "bands": [],
 "cut_offs": []
}`);

export const IPAQ_SF: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ipaq_sf",
 "instrument": "ipaq_sf",
 "abbreviation": "IPAQ-SF",
 "construct": "physical_activity",
 "item_count": 6,
 "item_minimum": 0,
 "item_maximum": 1440,
 "item_ranges": [
  {
   "minimum": 0,
   "maximum": 7,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 1440,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 7,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 1440,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 7,
   "is_integer": true
  },
  {
   "minimum": 0,
   "maximum": 1440,
   "is_integer": true
  }
 ],
 "item_coding": {
  "en": "Days in the week and minutes on such a day: vigorous, moderate, then walking. Minutes are 0 where days are 0. The item on sitting is not scored.",
  "cy": "Diwrnodau'r wythnos a munudau ar ddiwrnod o'r fath: egnïol, cymedrol, yna cerdded. Mae munudau'n 0 lle mae diwrnodau'n 0. Ni sgorir yr eitem am eistedd."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 19278,
 "score_step": 0.1,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "activity_minutes",
  "activities": [
   {
    "days_item": 1,
    "minutes_item": 2,
    "per_minute": 8
   },
   {
    "days_item": 3,
    "minutes_item": 4,
    "per_minute": 4
   },
   {
    "days_item": 5,
    "minutes_item": 6,
    "per_minute": 3.3
   }
  ],
  "maximum_minutes": 180
 },
 "missing_rule": {
  "kind": "complete",
  "source": "IPAQ scoring protocol 2005; to be compared with the protocol",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "seven days",
 "licence": {
  "holder": "IPAQ group",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://sites.google.com/view/ipaq",
  "note": "Public and free; cite; not carried here"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "IPAQ scoring protocol 2005; to be compared with the protocol",
 "source_status": "unverified",
 "title": {
  "en": "International Physical Activity Questionnaire, short form",
  "cy": "Holiadur Rhyngwladol Gweithgarwch Corfforol, ffurf fer"
 },
 "bands": [],
 "cut_offs": []
}`);

export const K10: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "k10",
 "instrument": "k10",
 "abbreviation": "K10",
 "construct": "psychological_distress",
 "item_count": 10,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 10,
 "score_maximum": 50,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "no agreed rule for missing answers",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "four weeks",
 "licence": {
  "holder": "Kessler and others",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.hcp.med.harvard.edu/ncs/k6_scales.php",
  "note": "Free to use with citation; to be confirmed; not carried here"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Two sets of bands are in use and differ, so none is given.",
  "cy": "Mae dwy set o fandiau ar waith ac maent yn wahanol, felly ni roddir yr un."
 },
 "source": "Kessler and others 2002; to be compared with the paper",
 "source_status": "unverified",
 "title": {
  "en": "Kessler psychological distress scale, ten items",
  "cy": "Graddfa trallod seicolegol Kessler, deg eitem"
 },
 "bands": [],
 "cut_offs": []
}`);

export const K6: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "k6",
 "instrument": "k6",
 "abbreviation": "K6",
 "construct": "psychological_distress",
 "item_count": 6,
 "item_minimum": 0,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 24,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "no agreed rule for missing answers",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "four weeks",
 "licence": {
  "holder": "Kessler and others",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.hcp.med.harvard.edu/ncs/k6_scales.php",
  "note": "Free to use with citation; to be confirmed; not carried here"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Kessler and others 2002; to be compared with the paper",
 "source_status": "unverified",
 "title": {
  "en": "Kessler psychological distress scale, six items",
  "cy": "Graddfa trallod seicolegol Kessler, chwe eitem"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 4,
   "source": "Kessler and others 2003; Prochaska and others 2012; to be compared with the papers",
   "source_status": "unverified",
   "title": {
    "en": "Low",
    "cy": "Isel"
   }
  },
  {
   "id": "moderate",
   "minimum": 5,
   "maximum": 12,
   "source": "Kessler and others 2003; Prochaska and others 2012; to be compared with the papers",
   "source_status": "unverified",
   "title": {
    "en": "Moderate distress",
    "cy": "Trallod cymedrol"
   }
  },
  {
   "id": "serious",
   "minimum": 13,
   "maximum": 24,
   "source": "Kessler and others 2003; Prochaska and others 2012; to be compared with the papers",
   "source_status": "unverified",
   "title": {
    "en": "Serious distress",
    "cy": "Trallod difrifol"
   }
  }
 ],
 "cut_offs": []
}`);

export const LSNS_6: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "lsns_6",
 "instrument": "lsns_6",
 "abbreviation": "LSNS-6",
 "construct": "social_network",
 "item_count": 6,
 "item_minimum": 0,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0 to 5; the higher, the more people.",
  "cy": "Rhif cyfan o 0 i 5; po uchaf, mwyaf o bobl."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 30,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the paper",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "James Lubben",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.brandeis.edu/roybal/docs/LSNS_website_PDF.pdf",
  "note": "Said to be free for clinical work and research on request; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Lubben and others 2006; to be compared with the paper",
 "source_status": "unverified",
 "title": {
  "en": "Lubben social network scale, six items",
  "cy": "Graddfa rhwydwaith cymdeithasol Lubben, chwe eitem"
 },
 "bands": [
  {
   "id": "at_risk",
   "minimum": 0,
   "maximum": 11,
   "source": "Lubben and others 2006; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "At risk of isolation",
    "cy": "Mewn perygl o fod yn ynysig"
   }
  },
  {
   "id": "not_at_risk",
   "minimum": 12,
   "maximum": 30,
   "source": "Lubben and others 2006; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "Not at risk",
    "cy": "Ddim mewn perygl"
   }
  }
 ],
 "cut_offs": []
}`);

export const MYCAW_CONCERN_1: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "mycaw_concern_1",
 "instrument": "mycaw",
 "abbreviation": "MYCaW",
 "construct": "own_concerns",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 6,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, as good as it can be, to 6, as bad as it can be.",
  "cy": "Rhif cyfan o 0, cystal ag y gall fod, i 6, cynddrwg ag y gall fod."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 6,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Meaningful Measures Ltd",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.meaningfulmeasures.co.uk",
  "note": "Range only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Paterson and others 2007",
 "source_status": "mapped",
 "title": {
  "en": "Measure Yourself Concerns and Wellbeing: first concern",
  "cy": "Measure Yourself Concerns and Wellbeing: y pryder cyntaf"
 },
 "bands": [],
 "cut_offs": []
}`);

export const MYCAW_CONCERN_2: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "mycaw_concern_2",
 "instrument": "mycaw",
 "abbreviation": "MYCaW",
 "construct": "own_concerns",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 6,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, as good as it can be, to 6, as bad as it can be.",
  "cy": "Rhif cyfan o 0, cystal ag y gall fod, i 6, cynddrwg ag y gall fod."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 6,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Meaningful Measures Ltd",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.meaningfulmeasures.co.uk",
  "note": "Range only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Paterson and others 2007",
 "source_status": "mapped",
 "title": {
  "en": "Measure Yourself Concerns and Wellbeing: second concern",
  "cy": "Measure Yourself Concerns and Wellbeing: yr ail bryder"
 },
 "bands": [],
 "cut_offs": []
}`);

export const MYCAW_WELLBEING: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "mycaw_wellbeing",
 "instrument": "mycaw",
 "abbreviation": "MYCaW",
 "construct": "wellbeing",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 6,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, as good as it can be, to 6, as bad as it can be.",
  "cy": "Rhif cyfan o 0, cystal ag y gall fod, i 6, cynddrwg ag y gall fod."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 6,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Meaningful Measures Ltd",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.meaningfulmeasures.co.uk",
  "note": "Range only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Paterson and others 2007",
 "source_status": "mapped",
 "title": {
  "en": "Measure Yourself Concerns and Wellbeing: wellbeing",
  "cy": "Measure Yourself Concerns and Wellbeing: llesiant"
 },
 "bands": [],
 "cut_offs": []
}`);

export const ONS4_ANXIOUS: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ons4_anxious",
 "instrument": "ons4",
 "abbreviation": "ONS4",
 "construct": "wellbeing",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 10,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 10, completely.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 10, yn llwyr."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 10,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": {
  "value": 1,
  "source": "convention of one point; no established difference",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "yesterday",
 "licence": {
  "holder": "Crown copyright, Office for National Statistics",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing",
  "note": "Open Government Licence v3.0"
 },
 "translations_cy": "official",
 "note": null,
 "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
 "source_status": "mapped",
 "title": {
  "en": "ONS personal wellbeing: anxious yesterday",
  "cy": "Llesiant personol ONS: gorbryderus ddoe"
 },
 "bands": [
  {
   "id": "very_low",
   "minimum": 0,
   "maximum": 1,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Very low",
    "cy": "Isel iawn"
   }
  },
  {
   "id": "low",
   "minimum": 2,
   "maximum": 3,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Low",
    "cy": "Isel"
   }
  },
  {
   "id": "medium",
   "minimum": 4,
   "maximum": 5,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Medium",
    "cy": "Canolig"
   }
  },
  {
   "id": "high",
   "minimum": 6,
   "maximum": 10,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "High",
    "cy": "Uchel"
   }
  }
 ],
 "cut_offs": []
}`);

export const ONS4_HAPPY: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ons4_happy",
 "instrument": "ons4",
 "abbreviation": "ONS4",
 "construct": "wellbeing",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 10,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 10, completely.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 10, yn llwyr."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 10,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": {
  "value": 1,
  "source": "convention of one point; no established difference",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "yesterday",
 "licence": {
  "holder": "Crown copyright, Office for National Statistics",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing",
  "note": "Open Government Licence v3.0"
 },
 "translations_cy": "official",
 "note": null,
 "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
 "source_status": "mapped",
 "title": {
  "en": "ONS personal wellbeing: happy yesterday",
  "cy": "Llesiant personol ONS: hapus ddoe"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 4,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Low",
    "cy": "Isel"
   }
  },
  {
   "id": "medium",
   "minimum": 5,
   "maximum": 6,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Medium",
    "cy": "Canolig"
   }
  },
  {
   "id": "high",
   "minimum": 7,
   "maximum": 8,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "High",
    "cy": "Uchel"
   }
  },
  {
   "id": "very_high",
   "minimum": 9,
   "maximum": 10,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Very high",
    "cy": "Uchel iawn"
   }
  }
 ],
 "cut_offs": []
}`);

export const ONS4_SATISFACTION: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ons4_satisfaction",
 "instrument": "ons4",
 "abbreviation": "ONS4",
 "construct": "wellbeing",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 10,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 10, completely.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 10, yn llwyr."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 10,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": {
  "value": 1,
  "source": "convention of one point; no established difference",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "nowadays",
 "licence": {
  "holder": "Crown copyright, Office for National Statistics",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing",
  "note": "Open Government Licence v3.0"
 },
 "translations_cy": "official",
 "note": null,
 "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
 "source_status": "mapped",
 "title": {
  "en": "ONS personal wellbeing: life satisfaction",
  "cy": "Llesiant personol ONS: boddhad â bywyd"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 4,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Low",
    "cy": "Isel"
   }
  },
  {
   "id": "medium",
   "minimum": 5,
   "maximum": 6,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Medium",
    "cy": "Canolig"
   }
  },
  {
   "id": "high",
   "minimum": 7,
   "maximum": 8,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "High",
    "cy": "Uchel"
   }
  },
  {
   "id": "very_high",
   "minimum": 9,
   "maximum": 10,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Very high",
    "cy": "Uchel iawn"
   }
  }
 ],
 "cut_offs": []
}`);

export const ONS4_WORTHWHILE: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ons4_worthwhile",
 "instrument": "ons4",
 "abbreviation": "ONS4",
 "construct": "wellbeing",
 "item_count": 1,
 "item_minimum": 0,
 "item_maximum": 10,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 10, completely.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 10, yn llwyr."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 10,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": {
  "value": 1,
  "source": "convention of one point; no established difference",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "nowadays",
 "licence": {
  "holder": "Crown copyright, Office for National Statistics",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing",
  "note": "Open Government Licence v3.0"
 },
 "translations_cy": "official",
 "note": null,
 "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
 "source_status": "mapped",
 "title": {
  "en": "ONS personal wellbeing: worthwhile",
  "cy": "Llesiant personol ONS: gwerth chweil"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 4,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Low",
    "cy": "Isel"
   }
  },
  {
   "id": "medium",
   "minimum": 5,
   "maximum": 6,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Medium",
    "cy": "Canolig"
   }
  },
  {
   "id": "high",
   "minimum": 7,
   "maximum": 8,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "High",
    "cy": "Uchel"
   }
  },
  {
   "id": "very_high",
   "minimum": 9,
   "maximum": 10,
   "source": "ONS personal wellbeing user guidance, as restated by the Government Analysis Function's harmonised standard; thresholds checked against an ONS freedom of information answer, to be confirmed on the live page",
   "source_status": "mapped",
   "title": {
    "en": "Very high",
    "cy": "Uchel iawn"
   }
  }
 ],
 "cut_offs": []
}`);

export const ONS_LONELINESS_DIRECT: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ons_loneliness_direct",
 "instrument": "ons_loneliness_direct",
 "abbreviation": "ONS loneliness",
 "construct": "loneliness",
 "item_count": 1,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "The number of the category, from 1, the most often lonely, to 5, never lonely.",
  "cy": "Rhif y categori, o 1, unig amlaf, i 5, byth yn unig."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 1,
 "score_maximum": 5,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "single"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "one answer is the score",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "categories",
 "recall_period": null,
 "licence": {
  "holder": "Crown copyright, Office for National Statistics",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing/methodologies/measuringlonelinessguidanceforuseofthenationalindicatorsonsurveys",
  "note": "ONS publishes the wording; linked, not carried"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Categories in order, not amounts: they are counted and not averaged.",
  "cy": "Categorïau mewn trefn, nid symiau: fe'u cyfrifir ac ni chymerir eu cymedr."
 },
 "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
 "source_status": "mapped",
 "title": {
  "en": "ONS direct question on loneliness",
  "cy": "Cwestiwn uniongyrchol ONS am unigrwydd"
 },
 "bands": [
  {
   "id": "often",
   "minimum": 1,
   "maximum": 1,
   "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
   "source_status": "mapped",
   "title": {
    "en": "Often or always",
    "cy": "Yn aml neu bob amser"
   }
  },
  {
   "id": "sometimes",
   "minimum": 2,
   "maximum": 2,
   "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
   "source_status": "mapped",
   "title": {
    "en": "Some of the time",
    "cy": "Rywfaint o'r amser"
   }
  },
  {
   "id": "occasionally",
   "minimum": 3,
   "maximum": 3,
   "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
   "source_status": "mapped",
   "title": {
    "en": "Occasionally",
    "cy": "Yn achlysurol"
   }
  },
  {
   "id": "hardly_ever",
   "minimum": 4,
   "maximum": 4,
   "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
   "source_status": "mapped",
   "title": {
    "en": "Hardly ever",
    "cy": "Prin byth"
   }
  },
  {
   "id": "never",
   "minimum": 5,
   "maximum": 5,
   "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
   "source_status": "mapped",
   "title": {
    "en": "Never",
    "cy": "Byth"
   }
  }
 ],
 "cut_offs": []
}`);

export const PAM_13: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "pam_13",
 "instrument": "pam_13",
 "abbreviation": "PAM-13",
 "construct": "activation",
 "item_count": 13,
 "item_minimum": 1,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 100,
 "score_step": 0.1,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "external"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "the licence holder's own scoring decides",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Insignia Health (Phreesia)",
  "item_text_in_package": "no",
  "algorithm_in_package": false,
  "registration_required": true,
  "url": "https://www.insigniahealth.com",
  "note": "Commercial licence; the conversion table is not carried and the score is taken as the licence holder gives it"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "The levels are those of 2024; figures banded with older limits are not comparable.",
  "cy": "Lefelau 2024 yw'r rhain; nid yw ffigurau a fandiwyd â therfynau hŷn yn gymaradwy."
 },
 "source": "Shirley Ryan AbilityLab, Rehabilitation Measures Database, 2024; older papers end level 3 at 67.0",
 "source_status": "mapped",
 "title": {
  "en": "Patient Activation Measure, 13 items",
  "cy": "Patient Activation Measure, 13 eitem"
 },
 "bands": [
  {
   "id": "level_1",
   "minimum": 0,
   "maximum": 47,
   "source": "Shirley Ryan AbilityLab, Rehabilitation Measures Database, 2024; older papers end level 3 at 67.0",
   "source_status": "mapped",
   "title": {
    "en": "Level 1",
    "cy": "Lefel 1"
   }
  },
  {
   "id": "level_2",
   "minimum": 47.1,
   "maximum": 55.1,
   "source": "Shirley Ryan AbilityLab, Rehabilitation Measures Database, 2024; older papers end level 3 at 67.0",
   "source_status": "mapped",
   "title": {
    "en": "Level 2",
    "cy": "Lefel 2"
   }
  },
  {
   "id": "level_3",
   "minimum": 55.2,
   "maximum": 72.4,
   "source": "Shirley Ryan AbilityLab, Rehabilitation Measures Database, 2024; older papers end level 3 at 67.0",
   "source_status": "mapped",
   "title": {
    "en": "Level 3",
    "cy": "Lefel 3"
   }
  },
  {
   "id": "level_4",
   "minimum": 72.5,
   "maximum": 100,
   "source": "Shirley Ryan AbilityLab, Rehabilitation Measures Database, 2024; older papers end level 3 at 67.0",
   "source_status": "mapped",
   "title": {
    "en": "Level 4",
    "cy": "Lefel 4"
   }
  }
 ],
 "cut_offs": []
}`);

export const PHQ_4: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "phq_4",
 "instrument": "phq_4",
 "abbreviation": "PHQ-4",
 "construct": "depression_and_anxiety",
 "item_count": 4,
 "item_minimum": 0,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 12,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the paper",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "Developed by Spitzer, Williams, Kroenke and colleagues",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.phqscreeners.com",
  "note": "No permission is required to reproduce, translate, display or distribute; not carried here either"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Kroenke and others 2009; to be compared with the paper",
 "source_status": "unverified",
 "title": {
  "en": "Patient Health Questionnaire, four items",
  "cy": "Holiadur Iechyd Cleifion, pedair eitem"
 },
 "bands": [
  {
   "id": "normal",
   "minimum": 0,
   "maximum": 2,
   "source": "Kroenke and others 2009; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "Normal",
    "cy": "Arferol"
   }
  },
  {
   "id": "mild",
   "minimum": 3,
   "maximum": 5,
   "source": "Kroenke and others 2009; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "Mild",
    "cy": "Ysgafn"
   }
  },
  {
   "id": "moderate",
   "minimum": 6,
   "maximum": 8,
   "source": "Kroenke and others 2009; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "Moderate",
    "cy": "Cymedrol"
   }
  },
  {
   "id": "severe",
   "minimum": 9,
   "maximum": 12,
   "source": "Kroenke and others 2009; to be compared with the paper",
   "source_status": "unverified",
   "title": {
    "en": "Severe",
    "cy": "Difrifol"
   }
  }
 ],
 "cut_offs": []
}`);

export const PHQ_9: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "phq_9",
 "instrument": "phq_9",
 "abbreviation": "PHQ-9",
 "construct": "depression",
 "item_count": 9,
 "item_minimum": 0,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number; the higher, the more often or the more strongly the item applies.",
  "cy": "Rhif cyfan; po uchaf, amlaf neu gryfaf y mae'r eitem yn berthnasol."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 27,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "CamCOPS documentation of the scale",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": {
  "value": 5,
  "method": "anchor",
  "source": "Löwe and others 2004; to be compared with the paper",
  "source_status": "unverified"
 },
 "reliable_change": {
  "value": 6,
  "method": "reliable change index",
  "source": "NHS Talking Therapies manual; to be compared with the manual",
  "source_status": "unverified"
 },
 "reporting_threshold": {
  "value": 6,
  "method": "reliable change index",
  "source": "NHS Talking Therapies manual; to be compared with the manual",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "Developed by Spitzer, Williams, Kroenke and colleagues",
  "item_text_in_package": "yes",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.phqscreeners.com",
  "note": "No permission is required to reproduce, translate, display or distribute; not carried here either"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "CamCOPS documentation of the scale",
 "source_status": "mapped",
 "title": {
  "en": "Patient Health Questionnaire, nine items",
  "cy": "Holiadur Iechyd Cleifion, naw eitem"
 },
 "bands": [
  {
   "id": "minimal",
   "minimum": 0,
   "maximum": 4,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "None or minimal",
    "cy": "Dim neu ychydig iawn"
   }
  },
  {
   "id": "mild",
   "minimum": 5,
   "maximum": 9,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Mild",
    "cy": "Ysgafn"
   }
  },
  {
   "id": "moderate",
   "minimum": 10,
   "maximum": 14,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Moderate",
    "cy": "Cymedrol"
   }
  },
  {
   "id": "moderately_severe",
   "minimum": 15,
   "maximum": 19,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Moderately severe",
    "cy": "Cymedrol ddifrifol"
   }
  },
  {
   "id": "severe",
   "minimum": 20,
   "maximum": 27,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Severe",
    "cy": "Difrifol"
   }
  }
 ],
 "cut_offs": [
  {
   "id": "caseness",
   "at_least": 10,
   "source": "CamCOPS documentation of the scale",
   "source_status": "mapped",
   "title": {
    "en": "Caseness",
    "cy": "Trothwy achos"
   }
  }
 ]
}`);

export const PWS: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "pws",
 "instrument": "pws",
 "abbreviation": "PWS",
 "construct": "wellbeing",
 "item_count": 4,
 "item_minimum": 0,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, the lowest, to 3, the highest wellbeing.",
  "cy": "Rhif cyfan o 0, y llesiant isaf, i 3, yr uchaf."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 12,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the publisher's guidance",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "R-Outcomes Ltd",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://r-outcomes.com",
  "note": "Range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Not the ONS4: other answers and one total. The two are never converted into each other.",
  "cy": "Nid yr ONS4: atebion eraill ac un cyfanswm. Ni throsir y naill i'r llall byth."
 },
 "source": "Benson and others 2019",
 "source_status": "mapped",
 "title": {
  "en": "Personal Wellbeing Score",
  "cy": "Sgôr Llesiant Personol"
 },
 "bands": [],
 "cut_offs": []
}`);

export const REQOL_10: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "reqol_10",
 "instrument": "reqol_10",
 "abbreviation": "ReQoL-10",
 "construct": "quality_of_life",
 "item_count": 10,
 "item_minimum": 0,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A number from 0 to 4 after the negative items are turned as the manual says: the higher, the better.",
  "cy": "Rhif o 0 i 4 ar ôl troi'r eitemau negyddol fel y dywed y llawlyfr: po uchaf, gorau oll."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 40,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "prorate",
  "maximum_missing": 1,
  "source": "ReQoL manual; to be compared with it",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": {
  "value": 5,
  "method": "developers",
  "source": "ReQoL manual; to be compared with it",
  "source_status": "unverified"
 },
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "one week",
 "licence": {
  "holder": "Oxford University Innovation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.reqol.org.uk",
  "note": "Licence needed; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Franklin and others 2021",
 "source_status": "mapped",
 "title": {
  "en": "Recovering Quality of Life, ten items",
  "cy": "Recovering Quality of Life, deg eitem"
 },
 "bands": [
  {
   "id": "clinical",
   "minimum": 0,
   "maximum": 23.99,
   "source": "Franklin and others 2021: below 24; the developers are said to put 24 in the clinical range",
   "source_status": "unverified",
   "title": {
    "en": "Clinical range",
    "cy": "Ystod glinigol"
   }
  },
  {
   "id": "general_population",
   "minimum": 24,
   "maximum": 40,
   "source": "Franklin and others 2021: 24 or more; the developers are said to begin at 25",
   "source_status": "unverified",
   "title": {
    "en": "General population range",
    "cy": "Ystod y boblogaeth gyffredinol"
   }
  }
 ],
 "cut_offs": []
}`);

export const REQOL_20: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "reqol_20",
 "instrument": "reqol_20",
 "abbreviation": "ReQoL-20",
 "construct": "quality_of_life",
 "item_count": 20,
 "item_minimum": 0,
 "item_maximum": 4,
 "item_ranges": null,
 "item_coding": {
  "en": "A number from 0 to 4 after the negative items are turned as the manual says: the higher, the better.",
  "cy": "Rhif o 0 i 4 ar ôl troi'r eitemau negyddol fel y dywed y llawlyfr: po uchaf, gorau oll."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 80,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "prorate",
  "maximum_missing": 2,
  "source": "ReQoL manual; to be compared with it",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": {
  "value": 10,
  "method": "developers",
  "source": "ReQoL manual; to be compared with it",
  "source_status": "unverified"
 },
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "one week",
 "licence": {
  "holder": "Oxford University Innovation",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.reqol.org.uk",
  "note": "Licence needed; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "ReQoL manual; to be compared with it",
 "source_status": "unverified",
 "title": {
  "en": "Recovering Quality of Life, twenty items",
  "cy": "Recovering Quality of Life, ugain eitem"
 },
 "bands": [],
 "cut_offs": []
}`);

export const SWEMWBS_METRIC: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "swemwbs_metric",
 "instrument": "swemwbs",
 "abbreviation": "SWEMWBS",
 "construct": "mental_wellbeing",
 "item_count": 7,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 1 to 5; the higher, the more of the time.",
  "cy": "Rhif cyfan o 1 i 5; po uchaf, mwyaf o'r amser."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 7,
 "score_maximum": 35,
 "score_step": null,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "lookup",
  "of": "sum",
  "table": [
   {
    "raw": 7,
    "score": 7
   },
   {
    "raw": 8,
    "score": 9.51
   },
   {
    "raw": 9,
    "score": 11.25
   },
   {
    "raw": 10,
    "score": 12.4
   },
   {
    "raw": 11,
    "score": 13.33
   },
   {
    "raw": 12,
    "score": 14.08
   },
   {
    "raw": 13,
    "score": 14.75
   },
   {
    "raw": 14,
    "score": 15.32
   },
   {
    "raw": 15,
    "score": 15.84
   },
   {
    "raw": 16,
    "score": 16.36
   },
   {
    "raw": 17,
    "score": 16.88
   },
   {
    "raw": 18,
    "score": 17.43
   },
   {
    "raw": 19,
    "score": 17.98
   },
   {
    "raw": 20,
    "score": 18.59
   },
   {
    "raw": 21,
    "score": 19.25
   },
   {
    "raw": 22,
    "score": 19.98
   },
   {
    "raw": 23,
    "score": 20.73
   },
   {
    "raw": 24,
    "score": 21.54
   },
   {
    "raw": 25,
    "score": 22.35
   },
   {
    "raw": 26,
    "score": 23.21
   },
   {
    "raw": 27,
    "score": 24.11
   },
   {
    "raw": 28,
    "score": 25.03
   },
   {
    "raw": 29,
    "score": 26.02
   },
   {
    "raw": 30,
    "score": 27.03
   },
   {
    "raw": 31,
    "score": 28.13
   },
   {
    "raw": 32,
    "score": 29.31
   },
   {
    "raw": 33,
    "score": 30.7
   },
   {
    "raw": 34,
    "score": 32.55
   },
   {
    "raw": 35,
    "score": 35
   }
  ]
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the manual",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": {
  "value": 1.03,
  "method": "distribution: one standard error of measurement, lower bound",
  "source": "Shah and others 2018, n = 172",
  "source_status": "mapped"
 },
 "reliable_change": {
  "value": 2.87,
  "method": "2.77 standard errors of measurement",
  "source": "Shah and others 2018, n = 172",
  "source_status": "mapped"
 },
 "reporting_threshold": {
  "value": 3,
  "source": "upper end of the range of one to three points, Shah and others 2018",
  "source_status": "derived"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "NHS Health Scotland, University of Warwick and University of Edinburgh",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://warwick.ac.uk/wemwbs",
  "note": "Conversion table with attribution; the questions are not carried here"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "University of Warwick conversion table, as carried identically by three public scoring scripts; to be compared with the published table before freezing",
 "source_status": "mapped",
 "title": {
  "en": "Short Warwick-Edinburgh Mental Wellbeing Scale, metric score",
  "cy": "Graddfa Llesiant Meddyliol Fer Warwick-Caeredin, sgôr fetrig"
 },
 "bands": [],
 "cut_offs": []
}`);

export const SWEMWBS_RAW: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "swemwbs_raw",
 "instrument": "swemwbs",
 "abbreviation": "SWEMWBS",
 "construct": "mental_wellbeing",
 "item_count": 7,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 1 to 5; the higher, the more of the time.",
  "cy": "Rhif cyfan o 1 i 5; po uchaf, mwyaf o'r amser."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 7,
 "score_maximum": 35,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the user guide",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "NHS Health Scotland, University of Warwick and University of Edinburgh",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://warwick.ac.uk/wemwbs",
  "note": "The questions are not carried here"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Another measure than the metric score. A mean of raw totals must never be converted: convert each person, then take the mean.",
  "cy": "Mesur gwahanol i'r sgôr fetrig. Rhaid peidio byth â throsi cymedr cyfansymiau crai: troswch bob unigolyn, ac yna cymerwch y cymedr."
 },
 "source": "University of Warwick, WEMWBS user guidance; the scale is summed and then converted",
 "source_status": "mapped",
 "title": {
  "en": "Short Warwick-Edinburgh Mental Wellbeing Scale, raw total",
  "cy": "Graddfa Llesiant Meddyliol Fer Warwick-Caeredin, cyfanswm crai"
 },
 "bands": [],
 "cut_offs": []
}`);

export const UCLA_3: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "ucla_3",
 "instrument": "ucla_3",
 "abbreviation": "UCLA-3",
 "construct": "loneliness",
 "item_count": 3,
 "item_minimum": 1,
 "item_maximum": 3,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number: 1 seldom, 2 sometimes, 3 often.",
  "cy": "Rhif cyfan: 1 anaml, 2 weithiau, 3 yn aml."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 3,
 "score_maximum": 9,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the manual",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Hughes and others; item wording published by ONS",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing/methodologies/measuringlonelinessguidanceforuseofthenationalindicatorsonsurveys",
  "note": "Range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "ONS, measuring loneliness guidance; Campaign to End Loneliness",
 "source_status": "mapped",
 "title": {
  "en": "UCLA three-item loneliness scale",
  "cy": "Graddfa unigrwydd tair eitem UCLA"
 },
 "bands": [],
 "cut_offs": [
  {
   "id": "lonely",
   "at_least": 6,
   "source": "Steptoe and others 2013, convention; ONS sets no cut-off",
   "source_status": "unverified",
   "title": {
    "en": "Lonely",
    "cy": "Unig"
   }
  }
 ]
}`);

export const WELLBEING_STAR: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "wellbeing_star",
 "instrument": "wellbeing_star",
 "abbreviation": "Well-being Star",
 "construct": "wellbeing",
 "item_count": 8,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 1 to 5 for each area; the higher, the better.",
  "cy": "Rhif cyfan o 1 i 5 ar gyfer pob maes; po uchaf, gorau oll."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 1,
 "score_maximum": 5,
 "score_step": 0.01,
 "is_integer": false,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "mean"
 },
 "missing_rule": {
  "kind": "prorate",
  "maximum_missing": 7,
  "source": "an area may be left unscored; to be compared with the guidance",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Triangle Consulting Social Enterprise",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://www.outcomesstar.org.uk",
  "note": "Available under licence and with training; name, number of areas and range only"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "How many moved forward in at least one of eight areas is not sent: with eight tries somebody nearly always does.",
  "cy": "Ni anfonir faint a symudodd ymlaen mewn o leiaf un o wyth maes: gydag wyth cynnig mae rhywun bron bob amser yn gwneud."
 },
 "source": "Triangle, Outcomes Star; range to be compared with the guidance",
 "source_status": "unverified",
 "title": {
  "en": "Well-being Star, mean of the areas",
  "cy": "Well-being Star, cymedr y meysydd"
 },
 "bands": [],
 "cut_offs": []
}`);

export const WEMWBS_14: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "wemwbs_14",
 "instrument": "wemwbs_14",
 "abbreviation": "WEMWBS",
 "construct": "mental_wellbeing",
 "item_count": 14,
 "item_minimum": 1,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 1 to 5; the higher, the more of the time.",
  "cy": "Rhif cyfan o 1 i 5; po uchaf, mwyaf o'r amser."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 14,
 "score_maximum": 70,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "CamCOPS documentation of the scale",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": {
  "value": 3,
  "method": "convention",
  "source": "WEMWBS user guide, three points or more; to be compared with the guide",
  "source_status": "unverified"
 },
 "reliable_change": {
  "value": 8.6,
  "method": "2.77 standard errors of measurement, upper end of 6.6 to 8.6 over 12 studies",
  "source": "Maheswaran and others 2012",
  "source_status": "mapped"
 },
 "reporting_threshold": {
  "value": 3,
  "method": "convention",
  "source": "WEMWBS user guide, three points or more; to be compared with the guide",
  "source_status": "unverified"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "NHS Health Scotland, University of Warwick and University of Edinburgh",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://warwick.ac.uk/wemwbs",
  "note": "The questions are not carried here"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "University of Warwick, WEMWBS user guidance",
 "source_status": "mapped",
 "title": {
  "en": "Warwick-Edinburgh Mental Wellbeing Scale, 14 items",
  "cy": "Graddfa Llesiant Meddyliol Warwick-Caeredin, 14 eitem"
 },
 "bands": [],
 "cut_offs": []
}`);

export const WHO5_PERCENTAGE: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "who5_percentage",
 "instrument": "who5",
 "abbreviation": "WHO-5",
 "construct": "wellbeing",
 "item_count": 5,
 "item_minimum": 0,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0 to 5; the higher, the more of the time.",
  "cy": "Rhif cyfan o 0 i 5; po uchaf, mwyaf o'r amser."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 100,
 "score_step": 4,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum",
  "multiplier": 4
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the manual",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": {
  "value": 10,
  "method": "rule for monitoring",
  "source": "Valant, restating the WHO-5 manual",
  "source_status": "mapped"
 },
 "reliable_change": null,
 "reporting_threshold": {
  "value": 10,
  "method": "rule for monitoring",
  "source": "Valant, restating the WHO-5 manual",
  "source_status": "mapped"
 },
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": "two weeks",
 "licence": {
  "holder": "World Health Organization",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.who.int/publications/m/item/WHO-UCN-MSD-MHE-2024.01",
  "note": "The 2024 edition is said to be CC BY-NC-SA 3.0 IGO, which does not fit an open package; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "Institut national de santé publique du Québec and Valant, restating the WHO-5 manual",
 "source_status": "mapped",
 "title": {
  "en": "WHO-5 Well-Being Index, from 0 to 100",
  "cy": "Mynegai Llesiant WHO-5, o 0 i 100"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 48,
   "source": "Institut national de santé publique du Québec: 50 or less; scores go up in fours",
   "source_status": "mapped",
   "title": {
    "en": "Low wellbeing",
    "cy": "Llesiant isel"
   }
  },
  {
   "id": "not_low",
   "minimum": 52,
   "maximum": 100,
   "source": "Institut national de santé publique du Québec: 50 or less; scores go up in fours",
   "source_status": "mapped",
   "title": {
    "en": "Not low",
    "cy": "Ddim yn isel"
   }
  }
 ],
 "cut_offs": []
}`);

export const WHO5_RAW: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "who5_raw",
 "instrument": "who5",
 "abbreviation": "WHO-5",
 "construct": "wellbeing",
 "item_count": 5,
 "item_minimum": 0,
 "item_maximum": 5,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0 to 5; the higher, the more of the time.",
  "cy": "Rhif cyfan o 0 i 5; po uchaf, mwyaf o'r amser."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 25,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_better",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "usual practice; to be compared with the manual",
  "source_status": "unverified"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "none",
 "recall_period": "two weeks",
 "licence": {
  "holder": "World Health Organization",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": false,
  "url": "https://www.who.int/publications/m/item/WHO-UCN-MSD-MHE-2024.01",
  "note": "The 2024 edition is said to be CC BY-NC-SA 3.0 IGO, which does not fit an open package; range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "Kept in the record; what is sent is the score from 0 to 100, the same number times four.",
  "cy": "Fe'i cedwir yn y cofnod; yr hyn a anfonir yw'r sgôr o 0 i 100, yr un rhif wedi'i luosi â phedwar."
 },
 "source": "Institut national de santé publique du Québec and Valant, restating the WHO-5 manual",
 "source_status": "mapped",
 "title": {
  "en": "WHO-5 Well-Being Index, raw total",
  "cy": "Mynegai Llesiant WHO-5, cyfanswm crai"
 },
 "bands": [
  {
   "id": "low",
   "minimum": 0,
   "maximum": 12,
   "source": "Valant, restating the WHO-5 manual: raw score below 13",
   "source_status": "mapped",
   "title": {
    "en": "Low wellbeing",
    "cy": "Llesiant isel"
   }
  },
  {
   "id": "not_low",
   "minimum": 13,
   "maximum": 25,
   "source": "Valant, restating the WHO-5 manual: raw score below 13",
   "source_status": "mapped",
   "title": {
    "en": "Not low",
    "cy": "Ddim yn isel"
   }
  }
 ],
 "cut_offs": []
}`);

export const WSAS: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "wsas",
 "instrument": "wsas",
 "abbreviation": "WSAS",
 "construct": "functioning",
 "item_count": 5,
 "item_minimum": 0,
 "item_maximum": 8,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 8, very severely. For somebody retired or not working by choice item 1 is not_applicable.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 8, yn ddifrifol iawn. I rywun sydd wedi ymddeol neu'n dewis peidio â gweithio, not_applicable yw eitem 1."
 },
 "missing_codes": [],
 "not_applicable": {
  "item": 1,
  "scored_as": "wsas_without_work"
 },
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 40,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "CamCOPS documentation of the scale",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": {
  "value": 8,
  "method": "reliable change",
  "source": "usual practice; to be compared with a source",
  "source_status": "unverified"
 },
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Isaac Marks",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://serene.me.uk/tests/wsas.pdf",
  "note": "Range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": null,
 "source": "CamCOPS documentation of the scale; Mundt and others 2002",
 "source_status": "mapped",
 "title": {
  "en": "Work and Social Adjustment Scale, five items",
  "cy": "Graddfa Addasiad Gwaith a Chymdeithasol, pum eitem"
 },
 "bands": [
  {
   "id": "subclinical",
   "minimum": 0,
   "maximum": 9,
   "source": "Mundt and others 2002, summary",
   "source_status": "mapped",
   "title": {
    "en": "Below clinical",
    "cy": "Islaw clinigol"
   }
  },
  {
   "id": "significant",
   "minimum": 10,
   "maximum": 20,
   "source": "Mundt and others 2002, summary",
   "source_status": "mapped",
   "title": {
    "en": "Significant impairment",
    "cy": "Amhariad arwyddocaol"
   }
  },
  {
   "id": "moderately_severe",
   "minimum": 21,
   "maximum": 40,
   "source": "Mundt and others 2002, summary",
   "source_status": "mapped",
   "title": {
    "en": "Moderately severe or worse",
    "cy": "Gweddol ddifrifol neu'n waeth"
   }
  }
 ],
 "cut_offs": []
}`);

export const WSAS_WITHOUT_WORK: Measure = /* @__PURE__ */ JSON.parse(`{
 "id": "wsas_without_work",
 "instrument": "wsas_without_work",
 "abbreviation": "WSAS",
 "construct": "functioning",
 "item_count": 4,
 "item_minimum": 0,
 "item_maximum": 8,
 "item_ranges": null,
 "item_coding": {
  "en": "A whole number from 0, not at all, to 8, very severely: items 2 to 5.",
  "cy": "Rhif cyfan o 0, ddim o gwbl, i 8, yn ddifrifol iawn: eitemau 2 i 5."
 },
 "missing_codes": [],
 "not_applicable": null,
 "reverse_items": [],
 "score_minimum": 0,
 "score_maximum": 32,
 "score_step": 1,
 "is_integer": true,
 "mean_decimals": 2,
 "direction": "higher_worse",
 "algorithm": {
  "kind": "sum"
 },
 "missing_rule": {
  "kind": "complete",
  "source": "CamCOPS documentation of the scale",
  "source_status": "mapped"
 },
 "value_sets": [],
 "minimal_important_difference": null,
 "reliable_change": null,
 "reporting_threshold": null,
 "ages": {
  "minimum": 16,
  "maximum": null
 },
 "aggregate": "mean",
 "recall_period": null,
 "licence": {
  "holder": "Isaac Marks",
  "item_text_in_package": "no",
  "algorithm_in_package": true,
  "registration_required": true,
  "url": "https://serene.me.uk/tests/wsas.pdf",
  "note": "Range and algorithm only"
 },
 "translations_cy": "unknown",
 "note": {
  "en": "For people to whom the item on work does not apply. Its scores end at 32 and are not averaged with those that end at 40.",
  "cy": "I bobl nad yw'r eitem am waith yn berthnasol iddynt. Mae ei sgoriau'n gorffen ar 32 ac ni chymerir eu cymedr gyda'r rhai sy'n gorffen ar 40."
 },
 "source": "CamCOPS documentation of the scale",
 "source_status": "mapped",
 "title": {
  "en": "Work and Social Adjustment Scale, four items without work",
  "cy": "Graddfa Addasiad Gwaith a Chymdeithasol, pedair eitem heb waith"
 },
 "bands": [],
 "cut_offs": []
}`);

/** Every measure, by its id. */
export const MEASURES: Readonly<Record<RegisteredMeasureId, Measure>> = {
  core_10: CORE_10,
  ctel: CTEL,
  djg_6: DJG_6,
  djg_6_emotional: DJG_6_EMOTIONAL,
  djg_6_social: DJG_6_SOCIAL,
  eq5d_3l_index: EQ5D_3L_INDEX,
  eq5d_5l_index: EQ5D_5L_INDEX,
  eq5d_5l_profile: EQ5D_5L_PROFILE,
  eq_vas: EQ_VAS,
  gad_7: GAD_7,
  gas: GAS,
  gppaq: GPPAQ,
  gse: GSE,
  howru: HOWRU,
  icecap_a: ICECAP_A,
  ipaq_sf: IPAQ_SF,
  k10: K10,
  k6: K6,
  lsns_6: LSNS_6,
  mycaw_concern_1: MYCAW_CONCERN_1,
  mycaw_concern_2: MYCAW_CONCERN_2,
  mycaw_wellbeing: MYCAW_WELLBEING,
  ons4_anxious: ONS4_ANXIOUS,
  ons4_happy: ONS4_HAPPY,
  ons4_satisfaction: ONS4_SATISFACTION,
  ons4_worthwhile: ONS4_WORTHWHILE,
  ons_loneliness_direct: ONS_LONELINESS_DIRECT,
  pam_13: PAM_13,
  phq_4: PHQ_4,
  phq_9: PHQ_9,
  pws: PWS,
  reqol_10: REQOL_10,
  reqol_20: REQOL_20,
  swemwbs_metric: SWEMWBS_METRIC,
  swemwbs_raw: SWEMWBS_RAW,
  ucla_3: UCLA_3,
  wellbeing_star: WELLBEING_STAR,
  wemwbs_14: WEMWBS_14,
  who5_percentage: WHO5_PERCENTAGE,
  who5_raw: WHO5_RAW,
  wsas: WSAS,
  wsas_without_work: WSAS_WITHOUT_WORK,
};
