/** A question as a researcher would put it, and as the service is asked; its period is added. */
export interface ResearchQuestion {
  readonly words: string;
  /** The table and the parameters, the period left out. */
  readonly ask: string;
}

/** Typical questions, written down before any answer was looked at. */
export const RESEARCH_QUESTIONS: readonly ResearchQuestion[] = [
  {
    words: 'How many people does each health board support?',
    ask: 'profiles?population=supported&by=area_code.health_board',
  },
  {
    words: 'How many people does each local authority support?',
    ask: 'profiles?population=supported&by=area_code.local_authority',
  },
  {
    words: 'How many people are referred in each local authority?',
    ask: 'profiles?population=referred&by=area_code.local_authority',
  },
  {
    words: 'How many of those are connected to something, by local authority?',
    ask: 'profiles?population=connected&by=area_code.local_authority',
  },
  {
    words: 'Do boards reach older people?',
    ask: 'profiles?population=supported&by=area_code.health_board,age_band.age_group',
  },
  {
    words: 'How old are the people supported in Wales?',
    ask: 'profiles?population=supported&by=age_band.band',
  },
  {
    words: 'How old are the people supported in each board?',
    ask: 'profiles?population=supported&by=area_code.health_board,age_band.band',
  },
  {
    words: 'How old are the people supported in each local authority, in three groups?',
    ask: 'profiles?population=supported&by=area_code.local_authority,age_band.age_group',
  },
  {
    words: 'Are men reached in each board?',
    ask: 'profiles?population=supported&by=area_code.health_board,sex',
  },
  {
    words: 'Are men reached in each local authority?',
    ask: 'profiles?population=supported&by=area_code.local_authority,sex',
  },
  {
    words: 'At which ages are men reached, in Wales?',
    ask: 'profiles?population=supported&by=age_band.band,sex',
  },
  {
    words: 'At which ages are men reached, in each board?',
    ask: 'profiles?population=supported&by=area_code.health_board,age_band.age_group,sex',
  },
  {
    words: 'Are people of the most deprived areas reached, by board?',
    ask: 'profiles?population=supported&deprivation_index=wimd_2019&by=area_code.health_board,deprivation_quintile',
  },
  {
    words: 'Are people of the most deprived areas reached, by local authority?',
    ask: 'profiles?population=supported&deprivation_index=wimd_2019&by=area_code.local_authority,deprivation_quintile',
  },
  {
    words: 'Are older people of deprived areas reached?',
    ask: 'profiles?population=supported&deprivation_index=wimd_2019&by=age_band.age_group,deprivation_quintile',
  },
  {
    words: 'Are people referred from deprived areas as often as others, by board?',
    ask: 'profiles?population=referred&deprivation_index=wimd_2019&by=area_code.health_board,deprivation_quintile',
  },
  {
    words: 'Are referred people of deprived areas connected as often, in Wales?',
    ask: 'profiles?population=connected&deprivation_index=wimd_2019&by=deprivation_quintile',
  },
  {
    words: 'How has the number of people supported changed?',
    ask: 'profiles?population=supported&by=period',
  },
  {
    words: 'How has the number of people over 65 in each board changed?',
    ask: 'profiles?population=supported&by=period,area_code.health_board&age_band=65_plus',
  },
  {
    words: 'Which of five ethnic groups are reached in each board?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=area_code.health_board,category.group',
  },
  {
    words: 'Which of five ethnic groups are reached in Wales?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=category.group',
  },
  {
    words: 'Which detailed ethnic groups are reached in Wales?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=category.category',
  },
  {
    words: 'Are people of all other ethnic groups reached in each board?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=area_code.health_board,category.two_groups',
  },
  {
    words: 'Are people of all other ethnic groups reached in each local authority?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=area_code.local_authority,category.two_groups',
  },
  {
    words: 'Which of five ethnic groups are reached in Cardiff?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&area_code=W06000015&by=category.group',
  },
  {
    words: 'Are women of all ethnic groups reached in Wales?',
    ask: 'characteristics?population=supported&characteristic=ethnic_group&by=category.group,sex',
  },
  {
    words: 'Are disabled people reached in each board?',
    ask: 'characteristics?population=supported&characteristic=disability&by=area_code.health_board,category.group',
  },
  {
    words: 'Are disabled people reached in each local authority?',
    ask: 'characteristics?population=supported&characteristic=disability&by=area_code.local_authority,category.group',
  },
  {
    words: 'How many people are limited a lot by disability, in Wales?',
    ask: 'characteristics?population=supported&characteristic=disability&by=category.code',
  },
  {
    words: 'Are older disabled people reached in each board?',
    ask: 'characteristics?population=supported&characteristic=disability&by=area_code.health_board,age_group,category.group',
  },
  {
    words: 'Are unpaid carers reached in each board?',
    ask: 'characteristics?population=supported&characteristic=unpaid_carer&by=area_code.health_board,category.group',
  },
  {
    words: 'How many hours do the carers care whom the service reaches?',
    ask: 'characteristics?population=supported&characteristic=unpaid_carer&by=category.code',
  },
  {
    words: 'Are women carers reached, by board?',
    ask: 'characteristics?population=supported&characteristic=unpaid_carer&by=area_code.health_board,sex,category.group',
  },
  {
    words: 'Which language do people choose, by board?',
    ask: 'characteristics?population=supported&characteristic=language_of_choice&by=area_code.health_board,category',
  },
  {
    words: 'Which language do people choose in Wales?',
    ask: 'characteristics?population=supported&characteristic=language_of_choice&by=category',
  },
  {
    words: 'Is Welsh chosen and received, by board?',
    ask: 'characteristics?population=supported&characteristic=welsh_language_service&by=area_code.health_board,category',
  },
  {
    words: 'Is Welsh chosen and received, in Wales?',
    ask: 'characteristics?population=supported&characteristic=welsh_language_service&by=category',
  },
  {
    words: 'Is Welsh chosen and received in Gwynedd and Anglesey?',
    ask: 'characteristics?population=supported&characteristic=welsh_language_service&area_code=W06000001,W06000002&by=area_code,category',
  },
  {
    words: 'Are people out of work reached, by board?',
    ask: 'characteristics?population=supported&characteristic=employment_status&by=area_code.health_board,category',
  },
  {
    words: 'Are people out of work reached, in Wales?',
    ask: 'characteristics?population=supported&characteristic=employment_status&by=category,sex',
  },
  {
    words: 'Do people in the country get support, by board?',
    ask: 'characteristics?population=supported&characteristic=rurality&by=area_code.health_board,category',
  },
  {
    words: 'Is sexual orientation recorded, and what is it, in Wales?',
    ask: 'characteristics?population=supported&characteristic=sexual_orientation&by=category.group',
  },
  {
    words: 'Which religions are reached, in Wales?',
    ask: 'characteristics?population=supported&characteristic=religion&by=category',
  },
  {
    words: 'How old are the people supported in Powys?',
    ask: 'profiles?population=supported&area_code=W06000023&by=age_band.band',
  },
  {
    words: 'Are men reached in Powys?',
    ask: 'profiles?population=supported&area_code=W06000023&by=sex,age_band.age_group',
  },
  {
    words: 'Are deprived areas of Powys reached?',
    ask: 'profiles?population=supported&deprivation_index=wimd_2019&area_code=W06000023&by=deprivation_quintile',
  },
  {
    words: 'Is Welsh chosen and received in Powys?',
    ask: 'characteristics?population=supported&characteristic=welsh_language_service&area_code=W06000023&by=category',
  },
  {
    words: 'Are disabled people reached in Powys?',
    ask: 'characteristics?population=supported&characteristic=disability&area_code=W06000023&by=category.group',
  },
  {
    words: 'Who refers people in Powys?',
    ask: 'pathway?basis=event&stage=referral_received&area_code=W06000023&by=referral_source.sector',
  },
  {
    words: 'Which needs do people in Powys have?',
    ask: 'needs?breakdown=age_group_sex&area_code=W06000023&by=need.group',
  },
  {
    words: 'What are people in Powys connected to?',
    ask: 'connections?area_code=W06000023&by=activity_type.family',
  },
  {
    words: 'How does support end in Powys?',
    ask: 'closures?area_code=W06000023&by=closure_reason.group',
  },
  {
    words: 'Which needs do people have, in Wales?',
    ask: 'needs?breakdown=age_group_sex&by=need.code',
  },
  {
    words: 'Which needs do people have, by board?',
    ask: 'needs?breakdown=age_group_sex&by=area_code.health_board,need.code',
  },
  {
    words: 'Which kinds of need come first, by board?',
    ask: 'needs?breakdown=age_group_sex&by=area_code.health_board,need.group',
  },
  {
    words: 'Which kinds of need come first, by local authority?',
    ask: 'needs?breakdown=age_group_sex&by=area_code.local_authority,need.group',
  },
  {
    words: 'Which needs do people have at which age?',
    ask: 'needs?breakdown=age_group_sex&by=age_group,need.code',
  },
  {
    words: 'Which needs do women and men have?',
    ask: 'needs?breakdown=age_group_sex&by=sex,need.code',
  },
  {
    words: 'Which kinds of need have older people in each board?',
    ask: 'needs?breakdown=age_group_sex&age_group=65_plus&by=area_code.health_board,need.group',
  },
  {
    words: 'Which needs do people of deprived areas have?',
    ask: 'needs?breakdown=deprivation_quintile&deprivation_index=wimd_2019&by=deprivation_quintile,need.code',
  },
  {
    words: 'How many people are lonely, by board and fifth?',
    ask: 'needs?breakdown=deprivation_quintile&deprivation_index=wimd_2019&need=loneliness_isolation&by=area_code.health_board,deprivation_quintile',
  },
  {
    words: 'How many people are lonely, by local authority?',
    ask: 'needs?breakdown=age_group_sex&need=loneliness_isolation&by=area_code.local_authority,need',
  },
  {
    words: 'Who refers people, by board?',
    ask: 'pathway?basis=event&stage=referral_received&by=area_code.health_board,referral_source.sector',
  },
  {
    words: 'Which professions refer people, in Wales?',
    ask: 'pathway?basis=event&stage=referral_received&by=referral_source.code',
  },
  {
    words: 'Do people of deprived areas refer themselves?',
    ask: 'pathway?basis=event&stage=referral_received&deprivation_index=wimd_2019&by=referral_source.sector,deprivation_quintile',
  },
  {
    words: 'How long do people wait for a first conversation, by board?',
    ask: 'pathway?basis=event&stage=first_contact&by=area_code.health_board,wait_band.code',
  },
  {
    words: 'How many wait more than four weeks, by local authority?',
    ask: 'pathway?basis=event&stage=first_contact&by=area_code.local_authority,wait_band.group',
  },
  {
    words: 'How long do people wait, by deprivation?',
    ask: 'pathway?basis=event&stage=first_contact&deprivation_index=wimd_2019&by=deprivation_quintile,wait_band.group',
  },
  {
    words: 'Where do people drop out on the way, by board?',
    ask: 'pathway?basis=event&by=area_code.health_board,stage',
  },
  {
    words: 'Where do people drop out on the way, by deprivation?',
    ask: 'pathway?basis=event&deprivation_index=wimd_2019&by=deprivation_quintile,stage',
  },
  {
    words: 'How many referrals of a quarter led to support, by board?',
    ask: 'pathway?basis=cohort&by=area_code.health_board,stage',
  },
  {
    words: 'How many people are waiting at the end of the quarter, by local authority?',
    ask: 'pathway?basis=event&stage=open_at_end&by=area_code.local_authority',
  },
  {
    words: 'What are people connected to, in Wales?',
    ask: 'connections?by=activity_type.family',
  },
  {
    words: 'What are people connected to, by board?',
    ask: 'connections?by=area_code.health_board,activity_type.family',
  },
  {
    words: 'Which activities are people connected to, in Wales?',
    ask: 'connections?by=activity_type.code',
  },
  {
    words: 'Who is accompanied to a first meeting, by board?',
    ask: 'connections?by=area_code.health_board,connection_kind',
  },
  {
    words: 'Who is accompanied, by deprivation?',
    ask: 'connections?deprivation_index=wimd_2019&by=deprivation_quintile,connection_kind',
  },
  {
    words: 'Are connections taken up, by board?',
    ask: 'connections?by=area_code.health_board,uptake',
  },
  {
    words: 'Why is what was offered not taken up, in Wales?',
    ask: 'connections?by=barrier',
  },
  {
    words: 'Why is what was offered not taken up, by board?',
    ask: 'connections?by=area_code.health_board,barrier',
  },
  {
    words: 'Is what people are connected to online, by kind of activity?',
    ask: 'connections?by=activity_type.family,delivery_mode',
  },
  {
    words: 'How does support end, by board?',
    ask: 'closures?by=area_code.health_board,closure_reason.group',
  },
  {
    words: 'How does support end, by local authority?',
    ask: 'closures?by=area_code.local_authority,closure_reason.group',
  },
  {
    words: 'How long does support last, by board?',
    ask: 'closures?by=area_code.health_board,duration_band',
  },
  {
    words: 'How many contacts do people have, by board?',
    ask: 'closures?by=area_code.health_board,contacts_band',
  },
  {
    words: 'Does support end otherwise for people who refer themselves?',
    ask: 'closures?by=referral_source.sector,closure_reason.group',
  },
  {
    words: 'Are people more satisfied with life afterwards, by board?',
    ask: 'outcomes?measure=ons4_satisfaction&by=area_code.health_board',
  },
  {
    words: 'Are people more satisfied with life afterwards, by sex?',
    ask: 'outcomes?measure=ons4_satisfaction&breakdown=sex&by=category',
  },
  {
    words: 'Are people more satisfied with life afterwards, by fifth of deprivation?',
    ask: 'outcomes?measure=ons4_satisfaction&breakdown=deprivation_quintile&deprivation_index=wimd_2019&by=category',
  },
  {
    words: 'Is wellbeing better afterwards, by board?',
    ask: 'outcomes?measure=swemwbs_metric&by=area_code.health_board',
  },
  {
    words: 'Does wellbeing get better for older people?',
    ask: 'outcomes?measure=swemwbs_metric&breakdown=age_group&by=category',
  },
  {
    words: 'How many people are measured twice, by local authority?',
    ask: 'outcome_coverage?measure=ons4&breakdown=all&figure=n_paired&by=area_code.local_authority',
  },
  {
    words: 'Who refers people of which ethnic group?',
    ask: 'equity?population=referred&by=ethnic_group.group,referral_sector',
  },
  {
    words: 'Are people of all other ethnic groups in deprived areas referred?',
    ask: 'equity?population=referred&deprivation_index=wimd_2019&by=ethnic_group.two_groups,deprivation_quintile',
  },
];
