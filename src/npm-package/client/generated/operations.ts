// Written by `npm run generate` from openapi/. Do not edit.
import type { Finding, Report } from '../../../standard/finding.ts';
import type { Text } from '../../../standard/text.ts';

export interface ConfigAnswer {
name: Text
status: "candidate"
status_sentence: Text
versions: {
api: string
standard: string
}
languages: string[]
/**
 * Above them a request is refused; nothing is cut short.
 */
limits: {
return_bytes: {
[k: string]: number
}
/**
 * How many returns of one organisation may wait to be taken in later.
 */
returns_waiting: number
/**
 * How many bytes these may have together.
 */
bytes_waiting: number
large_returns: {
/**
 * A return of more bytes is large: it is checked in one of a limited number of places.
 */
bytes: number
/**
 * The same of zip and XLSX.
 */
packed_bytes: number
at_once: number
/**
 * The most that one organisation has of them; so have all callers without a key together. The last quarter is for senders who have none yet.
 */
at_once_of_one_sender: number
/**
 * How many may wait for a place; one more is told to come again.
 */
waiting: number
waiting_of_one_sender: number
}
/**
 * How many returns of one organisation may wait at once to be decided on; those of one period are decided on one after the other.
 */
returns_in_turn: number
csv_rows: number
/**
 * Rows of one sheet, its headings left out.
 */
workbook_rows: number
/**
 * Bytes of all that a zip or a workbook holds, unpacked. A file in it of more than 1 MiB may have at most `unpacked_times` of its packed size.
 */
unpacked_bytes: number
unpacked_times: number
/**
 * How deep objects and arrays may stand in each other.
 */
json_depth: number
header_bytes: number
request_seconds: number
/**
 * Requests of one address, and in how many seconds; null where they are not counted.
 */
rate: ({
requests: number
seconds: number
} | null)
questions_at_once: number
question_seconds: number
dimensions: number
cells: number
}
formats: {
returns: string[]
figures: string[]
}
licence: {
name: Text
url: string
}
citation: Text
disclosure: {
[k: string]: Text
}
deprecations: string[]
contact: {
role: Text
}
}

export interface GlossaryAnswer {
scheme: {
id: string
title: Text
description: Text
version: string
licence: string
languages: string[]
previous_version: (string | null)
groups: {
id: string
title: Text
}[]
sources: {
id: string
citation: string
url: (string | null)
licence: string
retrieved: (string | null)
wording: ("own" | "cited")
}[]
}
terms: (GlossaryTermAnswer & {
/**
 * The label that the search found, and how near it is; no label where it was a hidden one.
 */
found_by?: {
label: (string | null)
language: ("en" | "cy")
kind: ("preferred" | "alternative" | "hidden")
match: ("same" | "same_but_mutated" | "beginning" | "words" | "words_but_mutated")
}
})[]
}

export interface GlossaryTermAnswer {
id: string
uri: string
notation: (string | null)
label: Text
alternatives: {
value: string
language: ("en" | "cy")
type: string
/**
 * The sectors that prefer this name.
 */
sectors: ("health" | "social_care" | "voluntary" | "public")[]
term?: string
}[]
/**
 * Misspellings, plurals and mutated forms: for searching, never for showing.
 */
hidden: Text
definition: Text
plain: Text
scope_note: (Text | null)
example: (Text | null)
scope: ("core" | "non_core")
scope_basis: string
status: ("draft" | "active" | "deprecated" | "retired")
welsh: {
term_status: string
translation_status: string
part_of_speech: string
gender: (string | null)
plural: (string | null)
}
group: ("people_and_roles" | "process" | "settings_and_assets" | "outcomes_and_measurement" | "governance_and_data")
broader: string[]
narrower: string[]
related: string[]
mappings: {
system: string
code: string
relation: ("exact" | "close" | "broad" | "narrow")
reviewed: (string | null)
}[]
/**
 * What of the standard relies on it, such as `field:profiles.population`.
 */
used_by: string[]
sources: string[]
created_in: string
modified_in: string
version: number
deprecated_in: (string | null)
deprecated_by: string[]
deprecation_reason: (Text | null)
change_notes: {
version: number
en: string
cy: string
}[]
}

export interface CodeListsAnswer {
codelists: CodeListAnswer[]
}

export interface CodeListAnswer {
id: string
title: Text
/**
 * From broadest to finest.
 */
levels: {
id: string
title: Text
}[]
/**
 * False where levels only sort the codes into kinds.
 */
nests: boolean
/**
 * The level of codes that stand beside all others, such as outside_area.
 */
apart: (string | null)
/**
 * The level at which a question groups when it names none.
 */
default_level: string
codes: {
code: string
title: Text
description: Text
level: string
parent: (string | null)
valid_from: (string | null)
valid_to: (string | null)
/**
 * The codes that took over when this one ended: several where it was split among them.
 */
replaced_by: string[]
source: string
source_status: string
welsh_status: string
/**
 * What only this list says of its codes, such as the area an organisation serves.
 */
extra?: {
[k: string]: string
}
}[]
}

export interface MappingsAnswer {
mappings: MappingAnswer[]
}

export interface MappingAnswer {
id: string
title: Text
from: {
id: string
title: Text
url: (string | null)
licence: string
}
entries: {
from_code: string
from_title: Text
/**
 * How the outside code stands to ours: `wider` covers several of ours, `narrower` is a part of ours.
 */
relation: ("equal" | "wider" | "narrower" | "approximate" | "none")
to: ({
list: string
code: string
} | {
table: string
field: (string | null)
} | null)
note: (Text | null)
source: string
source_status: string
}[]
}

export interface MeasuresAnswer {
measures: MeasureAnswer[]
}

export interface MeasureAnswer {
id: string
/**
 * The questionnaire it belongs to; several measures of one share their coverage rows.
 */
instrument: string
title: Text
abbreviation: string
construct: string
item_count: (number | null)
item_minimum: number
item_maximum: number
item_ranges: ({
minimum: number
maximum: number
is_integer: boolean
}[] | null)
item_coding: Text
missing_codes: number[]
not_applicable: ({
item: number
scored_as: string
} | null)
/**
 * Numbers of the items, from 1, that are turned before adding.
 */
reverse_items: number[]
score_minimum: number
score_maximum: number
score_step: (number | null)
is_integer: boolean
mean_decimals: number
direction: ("higher_better" | "higher_worse")
/**
 * How answers become a score, as data; the other members go with the kind.
 */
algorithm: {
kind: string
[k: string]: unknown
}
missing_rule: {
kind: ("complete" | "prorate" | "count_nothing")
maximum_missing?: number
source: string
source_status: string
}
value_sets: string[]
bands: {
id: string
minimum: number
maximum: number
title: Text
source: string
source_status: string
}[]
cut_offs: {
id: string
at_least: number
title: Text
source: string
source_status: string
}[]
minimal_important_difference: ({
value: number
method?: string
source: string
source_status: string
} | null)
reliable_change: ({
value: number
method?: string
source: string
source_status: string
} | null)
reporting_threshold: ({
value: number
method?: string
source: string
source_status: string
} | null)
ages: {
minimum: (number | null)
maximum: (number | null)
}
aggregate: ("mean" | "categories" | "none")
recall_period: (string | null)
licence: {
holder: string
item_text_in_package: string
algorithm_in_package: boolean
registration_required: boolean
url: string
note: string
}
translations_cy: string
note: (Text | null)
source: string
source_status: string
}

export interface IndicatorsAnswer {
indicators: IndicatorAnswer[]
}

export interface IndicatorAnswer {
id: string
title: Text
reading: Text
kind: ("count" | "share")
unit: ("person" | "per_cent")
direction: ("higher_better" | "neutral")
period_levels: string[]
numerator: {
words: Text
/**
 * Parameters of /v1/data/{table}, but for period and area; `choose` names the selectors left to you.
 */
question: {
table: string
selectors: {
[k: string]: string
}
choose: string[]
filters: {
[k: string]: string
}
by: string[]
figures: {
quarter?: string
financial_year?: string
}
}
}
denominator: ({
words: Text
/**
 * Parameters of /v1/data/{table}, but for period and area; `choose` names the selectors left to you.
 */
question: {
table: string
selectors: {
[k: string]: string
}
choose: string[]
filters: {
[k: string]: string
}
by: string[]
figures: {
quarter?: string
financial_year?: string
}
}
} | null)
exclusions: Text
note: (Text | null)
source: string
source_status: string
}

export interface RulesAnswer {
rules: RuleAnswer[]
}

export interface RuleAnswer {
id: string
/**
 * `form`: whether a return can be read; `content`: whether what it says can be so; `service`: what only the service knows, looked at on submission and dry run.
 */
kind: ("form" | "content" | "service")
tier: ("error" | "verify" | "advice")
since: string
message: Text
why: Text
remedy: Text
source: string
}

/**
 * A return.
 */
export interface TemplateAnswer {

}

export interface FiguresAnswer {
/**
 * Release, question as understood, citation, licence, disclosure control and coverage.
 */
meta: {
release: string
collection: string
collection_title: string
published_at: (string | null)
versions: {
api: string
standard: string
data: string
}
standard_status: "candidate"
table: string
table_title: string
question: {
[k: string]: string
}
permalink: string
licence: {
name: string
url: string
}
citation: string
disclosure: {
method: string
version: string
threshold: (number | null)
rounding: (number | null)
additive: false
cells: number
cells_suppressed: number
}
/**
 * How settled the figures of each period are: provisional, revised or final, as the least settled return behind them says.
 */
figures_status: {
period: string
status: (string | null)
}[]
coverage: {
organisation: string
title: string
period: string
state: string
}[]
/**
 * Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.
 */
breaks: {
kind: ("ethnicity_scheme" | "deprivation_index" | "missing_returns")
groups: {
code: string
organisations: string[]
periods: string[]
}[]
}[]
returned_by?: {
organisation: string
title: string
periods: string[]
services: string[]
}[]
}
columns: {
name: string
title: string
level: string
}[]
figures: {
name: string
title: string
description: string
unit: string
}[]
attributes?: {
name: string
title: string
description: string
}[]
rows: {
period: string
area_code: string
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
[k: string]: string | number | null | "ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5"
}[]
notes: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
warnings: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
}

/**
 * What can be asked.
 */
export interface DimensionsAnswer {
release: string
collection: string
table: string
title: Text
description: Text
unit: string
limits: {
dimensions: number
cells: number
}
periods: {
quarters: string[]
financial_years: string[]
}
figures: {
period_level: string
figures: {
name: string
title: Text
unit: (string | null)
}[]
}[]
selectors: {
name: string
title: Text
codes: {
code: string
title: Text
}[]
}[]
deprivation_indices: string[]
dimensions: {
name: string
title: Text
description: Text
required: boolean
quarters_only: string[]
by_code_only_for: string[]
implies: {
[k: string]: string
}
choices: {
when: {
[k: string]: string
}
populations: (string[] | null)
default_level: string
below_board: boolean
levels: {
id: string
title: Text
codes: {
code: string
title: Text
}[]
}[]
}[]
}[]
/**
 * Selectors with their periods, and codes of dimensions, of which this table has published cells. Totals that are published in another table are not among them.
 */
availability: {
combinations: {
selectors: {
[k: string]: string
}
periods: string[]
}[]
codes: {
dimension: string
when: {
[k: string]: string
}
codes: string[]
}[]
}
/**
 * Address of a question that can be asked; null where the release does not hold the table.
 */
example: (string | null)
}

export interface QueryOutcomesAnswer {
/**
 * Release, question as understood, citation, licence, disclosure control and coverage.
 */
meta: {
release: string
collection: string
collection_title: string
published_at: (string | null)
versions: {
api: string
standard: string
data: string
}
standard_status: "candidate"
table: string
table_title: string
question: {
[k: string]: string
}
permalink: string
licence: {
name: string
url: string
}
citation: string
disclosure: {
method: string
version: string
threshold: (number | null)
rounding: (number | null)
additive: false
cells: number
cells_suppressed: number
}
/**
 * How settled the figures of each period are: provisional, revised or final, as the least settled return behind them says.
 */
figures_status: {
period: string
status: (string | null)
}[]
coverage: {
organisation: string
title: string
period: string
state: string
}[]
/**
 * Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.
 */
breaks: {
kind: ("ethnicity_scheme" | "deprivation_index" | "missing_returns")
groups: {
code: string
organisations: string[]
periods: string[]
}[]
}[]
returned_by?: {
organisation: string
title: string
periods: string[]
services: string[]
}[]
}
columns: {
name: string
title: string
level: string
}[]
figures: {
name: string
title: string
description: string
unit: string
}[]
attributes?: {
name: string
title: string
description: string
}[]
rows: {
period: string
area_code: string
n_paired: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
mean_change: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
[k: string]: string | {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
}[]
notes: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
warnings: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
}

export interface QueryRepresentationAnswer {
/**
 * Release, question as understood, citation, licence, disclosure control and coverage.
 */
meta: {
release: string
collection: string
collection_title: string
published_at: (string | null)
versions: {
api: string
standard: string
data: string
}
standard_status: "candidate"
table: string
table_title: string
question: {
[k: string]: string
}
permalink: string
licence: {
name: string
url: string
}
citation: string
disclosure: {
method: string
version: string
threshold: (number | null)
rounding: (number | null)
additive: false
cells: number
cells_suppressed: number
}
/**
 * How settled the figures of each period are: provisional, revised or final, as the least settled return behind them says.
 */
figures_status: {
period: string
status: (string | null)
}[]
coverage: {
organisation: string
title: string
period: string
state: string
}[]
/**
 * Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.
 */
breaks: {
kind: ("ethnicity_scheme" | "deprivation_index" | "missing_returns")
groups: {
code: string
organisations: string[]
periods: string[]
}[]
}[]
returned_by?: {
organisation: string
title: string
periods: string[]
services: string[]
}[]
}
columns: {
name: string
title: string
level: string
}[]
figures: {
name: string
title: string
description: string
unit: string
}[]
attributes?: {
name: string
title: string
description: string
}[]
rows: {
period: string
area_code: string
people: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
people_outside: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
residents: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
share_of_reached: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
share_of_residents: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
ratio: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
ratio_lower_95: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
ratio_upper_95: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
rate_per_1000: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
blanks_percentage: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
outside_percentage: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
reading: (string | null)
reading_label?: (string | null)
reason: (string | null)
reason_label?: (string | null)
[k: string]: string | {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
} | null | undefined
}[]
notes: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
warnings: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
}

export interface QueryIndicatorAnswer {
/**
 * Release, question as understood, citation, licence, disclosure control and coverage.
 */
meta: {
release: string
collection: string
collection_title: string
published_at: (string | null)
versions: {
api: string
standard: string
data: string
}
standard_status: "candidate"
table: string
table_title: string
question: {
[k: string]: string
}
permalink: string
licence: {
name: string
url: string
}
citation: string
disclosure: {
method: string
version: string
threshold: (number | null)
rounding: (number | null)
additive: false
cells: number
cells_suppressed: number
}
/**
 * How settled the figures of each period are: provisional, revised or final, as the least settled return behind them says.
 */
figures_status: {
period: string
status: (string | null)
}[]
coverage: {
organisation: string
title: string
period: string
state: string
}[]
/**
 * Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.
 */
breaks: {
kind: ("ethnicity_scheme" | "deprivation_index" | "missing_returns")
groups: {
code: string
organisations: string[]
periods: string[]
}[]
}[]
returned_by?: {
organisation: string
title: string
periods: string[]
services: string[]
}[]
}
columns: {
name: string
title: string
level: string
}[]
figures: {
name: string
title: string
description: string
unit: string
}[]
attributes?: {
name: string
title: string
description: string
}[]
rows: {
period: string
area_code: string
value: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
lower_95: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
upper_95: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
numerator: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
denominator?: {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
}
reason: (string | null)
reason_label?: (string | null)
[k: string]: string | {
value: (number | null)
/**
 * ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.
 */
status: ("ok" | "suppressed" | "not_applicable" | "not_available" | "partial" | "no_return" | "under_5")
} | null | undefined
}[]
notes: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
warnings: {
id: string
text: string
nearest?: string
nearest_url?: string
}[]
}

export interface CoverageAnswer {
meta: {
release: string
collection: string
collection_title: string
published_at: (string | null)
versions: {
api: string
standard: string
data: string
}
question: {
[k: string]: string
}
permalink: string
licence: {
name: string
url: string
}
citation: string
}
rows: {
organisation: string
organisation_label?: string
period: string
table: string
table_label?: string
/**
 * Whether the table is behind the release, was due and is not, or was due and is not collected, for the reason given.
 */
state: ("returned" | "no_return" | "not_collected")
/**
 * What the organisation has to send, by the register when the release was built; null where the register says nothing of it.
 */
obligation: ("core" | "standard" | "full" | null)
/**
 * Whether the table was due; null where the register says nothing of the organisation.
 */
expected: (boolean | null)
/**
 * Areas whose every service is in the return.
 */
areas_complete: string[]
/**
 * What the return does not hold, by name.
 */
not_collected: string[]
reason_code: (string | null)
reason_code_label?: string
/**
 * Words of published evaluations and of synthetic data; the words of a return are never public.
 */
reason: (string | null)
figures_status: (string | null)
/**
 * What the organisation confirmed when a rule asked. Only of rules that tell nothing of a hidden count.
 */
notes: {
rule: string
reason_code: string
reason_code_label?: string
}[]
}[]
}

export interface ReleasesAnswer {
/**
 * Items: A published release.
 */
releases: {
release: string
collection: (string | null)
state: ("published" | "withdrawn")
published_at: (string | null)
/**
 * As settled as the least settled return behind it; null where it is withdrawn or holds nothing.
 */
figures_status: ("provisional" | "revised" | "final" | null)
schema_version?: string
/**
 * The areas whose descendants the release speaks of.
 */
scope?: string[]
/**
 * The release of the same collection before it; null of the first. Not told by releases published before it was kept.
 */
supersedes?: (string | null)
/**
 * What a publisher with a DOI prefix can register it under. It never changes.
 */
doi_suffix?: string
citation?: Text
/**
 * That a release was withdrawn, when and why. Null where its notice cannot be read here.
 */
withdrawal?: {
release: string
collection: (string | null)
published_at: (string | null)
withdrawn_at: (string | null)
reason: ("says_too_much" | "returns_wrong" | "processing_wrong" | "published_in_error" | "no_right_to_publish" | null)
text: Text
}
url: string
}[]
}

/**
 * A published release.
 */
export interface ReleaseAnswer {
manifest_version: 1
release: string
collection: string
schema_version: string
published_at: (string | null)
/**
 * The areas whose descendants the release speaks of.
 */
scope: string[]
citation: Text
/**
 * What a publisher with a DOI prefix can register it under. It never changes.
 */
doi_suffix: string
/**
 * The release of the same collection before it; null of the first. Not told by releases published before it was kept.
 */
supersedes?: (string | null)
/**
 * As settled as the least settled return behind it; null where it is withdrawn or holds nothing.
 */
figures_status: ("provisional" | "revised" | "final" | null)
/**
 * How settled the figures are, by table and period.
 */
statuses: {
[k: string]: {
[k: string]: string
}
}
built_at: string
/**
 * The versions of the standard that the returns behind it follow, the earliest first.
 */
returned_versions?: string[]
tables: {
[k: string]: {
quarters: string[]
financial_years: string[]
selectors: {
[k: string]: string[]
}
}
}
/**
 * Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.
 */
breaks: {
kind: ("ethnicity_scheme" | "deprivation_index" | "missing_returns")
groups: {
code: string
organisations: string[]
periods: string[]
}[]
}[]
coverage: {
organisation: string
period: string
tables: {
[k: string]: {
state: "returned"
not_collected: string[]
reason_code: (string | null)
reason: (Text | null)
}
}
areas_complete: {
[k: string]: string[]
}
services_included: string[]
deprivation_index: string
ethnicity_scheme: string
figures_status: string
basis_note: (Text | null)
}[]
/**
 * What organisations confirmed when a rule asked about a table: the rule and a reason from a closed list.
 */
notes?: {
organisation: string
period: string
table: string
rule: string
reason_code: string
}[]
/**
 * What organisations had to send for the periods of the release, by the register of organisations.
 */
expected?: {
organisation: string
period: string
obligation: string
tables: string[]
/**
 * Of these, the tables that did not come because the organisation does not collect them, each with its reason.
 */
not_collected?: {
[k: string]: string
}
/**
 * Whom to write to about the returns: a role, never a person, and its public address.
 */
contact?: {
role?: string
address?: string
}
}[]
disclosure: {
method: string
version: string
floor: number
threshold: number
rounding: number
magnitude_share: number
magnitude_noise_variance: number
}
files: {
path: string
bytes: number
sha256: string
}[]
links: {
self: string
changes: string
data_package: string
schema_org: string
catalog: string
files: string[]
}
}

export interface ReleaseChangesAnswer {
release: string
/**
 * The release of the same collection before it; null of the first.
 */
since: (string | null)
/**
 * By period, organisation and table. Null where the release before did not keep what it was drawn from.
 */
changes: ({
organisation: string
period: string
table: string
change: ("new" | "revised" | "withdrawn")
}[] | null)
}

export interface DataPackageAnswer {
name: string
id?: string
title?: string
description?: string
homepage?: string
created?: string
licenses: TemplateAnswer[]
sources?: TemplateAnswer[]
resources: TemplateAnswer[]
contributors?: TemplateAnswer[]
[k: string]: string | TemplateAnswer[] | undefined
}

export interface SubmissionsAnswer {
submissions: {
/**
 * Null for a dry run, of which nothing is stored.
 */
submission_id: (string | null)
dry_run: boolean
/**
 * Grows in the order of receipt: of returns that are taken in later, in that of their 202. A return never takes the place of one with a higher number. Null for a dry run.
 */
sequence: (number | null)
organisation: string
period: (string | null)
collection: (string | null)
state: ("rejected" | "needs_verification" | "accepted" | "superseded" | "withdrawn")
/**
 * Whether the return came by the day it was due, later, or after the period was closed.
 */
timeliness: ("on_time" | "late" | "after_close" | null)
/**
 * Whether it was sent with a sandbox key, and so is never released.
 */
sandbox: boolean
received_at: string
/**
 * SHA-256 of the bytes that were received.
 */
body_sha256: string
tables: {
table: string
/**
 * `held` waits to be verified; `overtaken` never stood, as a later return brought the table first, and its rows are not kept.
 */
outcome: ("created" | "revised" | "unchanged" | "held" | "overtaken" | "rejected")
rows: number
/**
 * Equal for equal rows, whatever their order and form.
 */
table_digest: (string | null)
/**
 * Whether a later return has taken the place of this table.
 */
superseded: boolean
withdrawal: (null | {
withdrawn_at: string
reason: ("sent_in_error" | "figures_wrong" | "counted_by_another" | "says_too_much")
})
}[]
next_action: Text
}[]
/**
 * The value of `before` for the next page; null on the last.
 */
next: (string | null)
}

export interface SubmissionJobAnswer {
job_id: string
/**
 * Its place in the order of receipt, which becomes that of the submission: it never takes the place of a return with a higher one. Null of one that was received before there were such places.
 */
sequence: (number | null)
state: ("received" | "checking" | "done" | "failed" | "cancelled")
received_at: string
ended_at: (string | null)
/**
 * Bytes of the body, and how many have been looked at.
 */
progress: {
body_bytes: number
bytes_read: number
}
/**
 * The status that a caller who waited would have had; null until it is done.
 */
status: (number | null)
/**
 * Addresses of what came of it, once it is stored; they need the scope read_own.
 */
result: (null | {
submission: string
findings: string
/**
 * Null of a return that was rejected: it changes nothing.
 */
changes: (string | null)
})
/**
 * What became of it, once it is done: of a stored return as it is now, also for a key that may only submit; of a trial run, of which nothing is stored, as it was then.
 */
receipt: (null | Receipt)
/**
 * Why it failed.
 */
problem: (null | {
code: string
detail: Text
/**
 * Id of the request that sent it.
 */
instance?: string
})
next_action: Text
}

export interface FindingsAnswer {
submission_id: string
by: ("rule" | "row")
/**
 * Entries on all pages together.
 */
total: number
/**
 * By rule; else empty.
 */
findings: {
/**
 * Found by the rules of the standard, or by the service with what only it knows.
 */
source: ("report" | "service")
/**
 * Id of the rule; see /v1/rules.
 */
rule: string
/**
 * `error` blocks, `verify` waits for confirmation, `advice` informs.
 */
tier: ("error" | "verify" | "advice")
/**
 * JSON Pointer with {row} for the number of a row.
 */
path: string
/**
 * In how many places.
 */
count: number
message: Text
why: Text
remedy: Text
/**
 * The first places, at most ten.
 */
locations: {
pointer: string
/**
 * For XLSX only: the sheet.
 */
sheet?: string
row: (number | null)
column: (string | null)
value: (string | null)
suggestion: (string | null)
}[]
}[]
/**
 * By row; else empty.
 */
places: {
/**
 * Found by the rules of the standard, or by the service with what only it knows.
 */
source: ("report" | "service")
rule: string
tier: ("error" | "verify" | "advice")
pointer: string
sheet?: string
row: (number | null)
column: (string | null)
value: (string | null)
suggestion: (string | null)
message: Text
remedy: Text
}[]
/**
 * The value of `after` for the next page; null on the last.
 */
next: (number | null)
}

export interface DescribeChangesAnswer {
submission_id: string
state: ("rejected" | "needs_verification" | "accepted" | "superseded" | "withdrawn")
explanation: Text
tables: {
table: string
outcome: ("created" | "revised" | "unchanged" | "held" | "overtaken")
/**
 * The submission whose rows stood before; null where none did.
 */
compared_with: (string | null)
rows_added: number
rows_removed: number
/**
 * Rows with the same codes and another figure.
 */
rows_changed: number
rows_equal: number
/**
 * Each count added up over all rows of the table, before and after.
 */
figures: {
figure: string
before: (number | null)
after: (number | null)
}[]
}[]
/**
 * What the header says otherwise of tables than the header that held before, whether their rows are the same or not: the field, the tables that it concerns, what was said and what is. Null is nothing. What is said of the source system is left out.
 */
header_changes: {
field: string
tables: string[]
before: (null | string | boolean | string[] | Text)
after: (null | string | boolean | string[] | Text)
}[]
}

export interface MeAnswer {
organisation: string
title: Text
key_id: string
scopes: string[]
/**
 * Whether what you send with this key is never released.
 */
sandbox: boolean
/**
 * From this moment the key is refused; null for a key without an end.
 */
key_expires_at: (string | null)
/**
 * Level of the tables that you have to send; null where the register does not have you.
 */
obligation: ("core" | "standard" | "full" | null)
/**
 * The services that your returns may include.
 */
services: {
id: string
name: Text
}[]
/**
 * Periods that are open today, and how much of your return for each is in.
 */
open_periods: {
period: string
title: Text
opens_on: string
/**
 * Last day on which provisional figures are on time.
 */
due_on: string
/**
 * Last day on which figures are taken into the final release. What comes later is taken in as a revision.
 */
closes_on: string
/**
 * The tables that have to come, and whether each is in; `nil` where it came with nothing to count, `to_confirm` where it came and stands only when you confirm it.
 */
tables: {
table: string
state: ("in" | "nil" | "not_collected" | "to_confirm" | "missing")
/**
 * The submission in which the table waits to be confirmed, also where another one stands meanwhile; not there where none waits.
 */
submission_id?: string
}[]
/**
 * Your services that no table includes that stands or waits to be confirmed.
 */
services_missing: string[]
complete: boolean
next_action: Text
}[]
}

export interface VerifySubmissionBody {
/**
 * Empty where nothing is left to confirm, as when the tables in doubt were taken back: the others are then taken in.
 * 
 * @maxItems 100
 */
verifications: {
/**
 * A rule of the tier verify.
 */
rule: string
/**
 * Of some rules published as a note beside the figures, see docs/decisions/0016. checked_and_correct: Checked against the source; the figures are correct; small_service: The service is small, so its figures vary; new_service: The service is new or has just changed what it does; change_of_system: The figures come from another system than before
 */
reason: ("checked_and_correct" | "small_service" | "new_service" | "change_of_system")
/**
 * More, for the publisher to read; never published, and refused when it seems to name a person.
 */
words?: string
}[]
}

export interface WithdrawSubmissionBody {
/**
 * The tables to take back; all that stand, when not given.
 * 
 * @minItems 1
 * @maxItems 11
 */
tables?: [("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]|[("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets"), ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")]
/**
 * sent_in_error: The return was sent in error; figures_wrong: The figures were found to be wrong and are being put right; counted_by_another: Another organisation counts the same people; says_too_much: The return held more than a return may hold
 */
reason: ("sent_in_error" | "figures_wrong" | "counted_by_another" | "says_too_much")
}

/**
 * What became of a return.
 */
export interface Receipt {
/**
 * Null for a dry run, of which nothing is stored.
 */
submission_id: (string | null)
dry_run: boolean
/**
 * Grows in the order of receipt: of returns that are taken in later, in that of their 202. A return never takes the place of one with a higher number. Null for a dry run.
 */
sequence: (number | null)
organisation: string
period: (string | null)
collection: (string | null)
state: ("rejected" | "needs_verification" | "accepted" | "superseded" | "withdrawn")
/**
 * Whether the return came by the day it was due, later, or after the period was closed.
 */
timeliness: ("on_time" | "late" | "after_close" | null)
/**
 * Whether it was sent with a sandbox key, and so is never released.
 */
sandbox: boolean
received_at: string
/**
 * SHA-256 of the bytes that were received.
 */
body_sha256: string
tables: {
table: string
/**
 * `held` waits to be verified; `overtaken` never stood, as a later return brought the table first, and its rows are not kept.
 */
outcome: ("created" | "revised" | "unchanged" | "held" | "overtaken" | "rejected")
rows: number
/**
 * Equal for equal rows, whatever their order and form.
 */
table_digest: (string | null)
/**
 * Whether a later return has taken the place of this table.
 */
superseded: boolean
withdrawal: (null | {
withdrawn_at: string
reason: ("sent_in_error" | "figures_wrong" | "counted_by_another" | "says_too_much")
})
}[]
next_action: Text
report: Report
/**
 * What only the service can find: its calendar, its register, and what stands already.
 */
service_findings: Finding[]
confirmations: {
rule: string
reason: string
/**
 * For the publisher to read; never published.
 */
words?: string
}[]
/**
 * What the header says otherwise of tables than the header that held before, whether their rows are the same or not: the field, the tables that it concerns, what was said and what is. Null is nothing. What is said of the source system is left out.
 */
header_changes: {
field: string
tables: string[]
before: (null | string | boolean | string[] | Text)
after: (null | string | boolean | string[] | Text)
}[]
}

/**
 * A request that failed, and why.
 */
export interface Problem {
/**
 * Where this code is described.
 */
type: string
/**
 * What kind of problem it is.
 */
title: string
/**
 * The HTTP status.
 */
status: number
/**
 * What is wrong with this request.
 */
detail: string
/**
 * The code, which does not change.
 */
code: ("REQUEST_MALFORMED" | "QUESTION_NOT_IN_LATTICE" | "PARAMETER_UNKNOWN" | "PARAMETER_MISSING" | "UNAUTHENTICATED" | "FORBIDDEN" | "ORGANISATION_MISMATCH" | "ROUTE_NOT_FOUND" | "RELEASE_NOT_FOUND" | "SUBMISSION_NOT_FOUND" | "JOB_NOT_FOUND" | "TABLE_NOT_FOUND" | "RULE_NOT_FOUND" | "ENTRY_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "REQUEST_TIMEOUT" | "STATE_DOES_NOT_ALLOW" | "RELEASE_WITHDRAWN" | "PRECONDITION_FAILED" | "REQUEST_TOO_LARGE" | "ADDRESS_TOO_LONG" | "MEDIA_TYPE_UNSUPPORTED" | "RANGE_NOT_SATISFIABLE" | "EXPECTATION_FAILED" | "IDEMPOTENCY_KEY_IN_USE" | "IDEMPOTENCY_KEY_REUSED" | "SUBMISSION_REJECTED" | "SUBMISSION_NEEDS_VERIFICATION" | "PRECONDITION_REQUIRED" | "TOO_MANY_REQUESTS" | "HEADERS_TOO_LARGE" | "INTERNAL" | "UNAVAILABLE" | "TIMEOUT")
/**
 * The request id, also in X-Request-Id.
 */
instance: string
/**
 * Ids and limits it is about.
 */
facts?: {
[k: string]: string | number
}
/**
 * Each thing that is wrong.
 */
errors?: {
parameter?: string
header?: string
/**
 * JSON Pointer into the body.
 */
pointer?: string
detail: string
/**
 * What would do.
 */
choices?: string[]
/**
 * What was probably meant.
 */
nearest?: string
/**
 * Address of the nearest question that is answered.
 */
nearest_url?: string
}[]
/**
 * That a release was withdrawn, when and why. Null where its notice cannot be read here.
 */
withdrawal?: {
release: string
collection: (string | null)
published_at: (string | null)
withdrawn_at: (string | null)
reason: ("says_too_much" | "returns_wrong" | "processing_wrong" | "published_in_error" | "no_right_to_publish" | null)
text: Text
}
receipt?: TemplateAnswer
}

export interface GlossaryParameters {
  /** Finds any label in either language; case, accents and Welsh mutations do not count. Nearest first. */
  readonly q?: string | undefined;
  /** Only terms of this group. */
  readonly group?: 'people_and_roles' | 'process' | 'settings_and_assets' | 'outcomes_and_measurement' | 'governance_and_data' | undefined;
  /** Only terms that belong to social prescribing itself, or only those that do not. */
  readonly scope?: 'core' | 'non_core' | undefined;
  /** Only terms of this status. */
  readonly status?: 'draft' | 'active' | 'deprecated' | 'retired' | undefined;
}

export interface GlossaryTermParameters {
  /** Id of the term. */
  readonly id: string;
}

export interface CodeListsParameters {
  /** A day: only the codes that were valid on it. Without it, every code that ever was, with its dates. */
  readonly on?: string | undefined;
}

export interface CodeListParameters {
  /** A day: only the codes that were valid on it. Without it, every code that ever was, with its dates. */
  readonly on?: string | undefined;
  /** Id of the code list. */
  readonly id: string;
}

export interface MappingParameters {
  /** Id of the crosswalk. */
  readonly id: string;
}

export interface MeasureParameters {
  /** Id of the measure. */
  readonly id: string;
}

export interface IndicatorParameters {
  /** Id of the indicator. */
  readonly id: string;
}

export interface RuleParameters {
  /** Id of the rule. */
  readonly id: string;
}

export interface TemplateParameters {
  /** true gives a valid table of invented figures; it needs submitter and period. */
  readonly synthetic?: 'true' | 'false' | undefined;
  /** Code of the organisation; in an empty template it is filled in. */
  readonly submitter?: string | undefined;
  /** A quarter; in an empty template it is filled in, with its first and last day. */
  readonly period?: string | undefined;
  /** Name of the table. */
  readonly table: string;
}

export interface ValidateReturnParameters {
  /** For CSV, which table it is: profiles, characteristics, equity, needs, pathway, connections, closures, outcome_coverage, outcomes, workforce, assets. The parameters after it are the header of a CSV. */
  readonly table?: string | undefined;
  /** Always spcd. */
  readonly standard?: string | undefined;
  /** The version of this standard the return follows. */
  readonly schema_version?: string | undefined;
  /** Code of the organisation in the organisations register. */
  readonly submitter?: string | undefined;
  /** A calendar quarter; health bodies number quarters from April, so every label says the months. */
  readonly period?: string | undefined;
  /** First day of the quarter. */
  readonly period_start?: string | undefined;
  /** Last day of the quarter. */
  readonly period_end?: string | undefined;
  /** Whether the figures may still change. */
  readonly figures_status?: string | undefined;
  /** What the figures were counted from; kinds are never added together. */
  readonly source_kind?: string | undefined;
  /** What the field sex was filled from. */
  readonly sex_basis?: string | undefined;
  /** The index of every deprivation fifth in the return. */
  readonly deprivation_index?: string | undefined;
  /** The scheme in which ethnic group was recorded. */
  readonly ethnicity_scheme?: string | undefined;
  /** Version of the local list of support tiers, where tiers are used. */
  readonly support_tier_version?: string | undefined;
  /** Codes in the services register of the services counted here. */
  readonly services_included?: string | undefined;
  /** Areas whose every service is included; there, an absent row means none. */
  readonly areas_complete?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly profiles_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly profiles_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly profiles_reason_code?: string | undefined;
  /** The words in English. */
  readonly profiles_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly profiles_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly characteristics_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly characteristics_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly characteristics_reason_code?: string | undefined;
  /** The words in English. */
  readonly characteristics_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly characteristics_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly equity_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly equity_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly equity_reason_code?: string | undefined;
  /** The words in English. */
  readonly equity_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly equity_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly needs_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly needs_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly needs_reason_code?: string | undefined;
  /** The words in English. */
  readonly needs_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly needs_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly pathway_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly pathway_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly pathway_reason_code?: string | undefined;
  /** The words in English. */
  readonly pathway_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly pathway_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly connections_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly connections_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly connections_reason_code?: string | undefined;
  /** The words in English. */
  readonly connections_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly connections_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly closures_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly closures_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly closures_reason_code?: string | undefined;
  /** The words in English. */
  readonly closures_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly closures_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly outcome_coverage_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly outcome_coverage_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly outcome_coverage_reason_code?: string | undefined;
  /** The words in English. */
  readonly outcome_coverage_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly outcome_coverage_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly outcomes_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly outcomes_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly outcomes_reason_code?: string | undefined;
  /** The words in English. */
  readonly outcomes_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly outcomes_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly workforce_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly workforce_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly workforce_reason_code?: string | undefined;
  /** The words in English. */
  readonly workforce_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly workforce_reason_cy?: string | undefined;
  /** Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group. */
  readonly assets_not_collected?: string | undefined;
  /** True when there was nothing to count and this was checked. */
  readonly assets_nil?: string | undefined;
  /** Why something is missing, as a code of a closed list; published. */
  readonly assets_reason_code?: string | undefined;
  /** The words in English. */
  readonly assets_reason_en?: string | undefined;
  /** The words in Welsh. */
  readonly assets_reason_cy?: string | undefined;
  /** Name of the system. */
  readonly source_system_name?: string | undefined;
  /** Version of the system. */
  readonly source_system_version?: string | undefined;
  /** When the figures were taken from the system. */
  readonly source_system_extracted_at?: string | undefined;
  /** The words in English. */
  readonly basis_note_en?: string | undefined;
  /** The words in Welsh. */
  readonly basis_note_cy?: string | undefined;
  /** The words in English. */
  readonly notes_en?: string | undefined;
  /** The words in Welsh. */
  readonly notes_cy?: string | undefined;
}

export interface QueryProfilesParameters {
  /** Which people are counted. One code. */
  readonly population?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Age on the date of the event. Codes separated by commas give cells of their own, never their sum. */
  readonly age_band?: string | undefined;
  /** As the source records it; the return says whether that is sex or gender. Codes separated by commas give cells of their own, never their sum. */
  readonly sex?: string | undefined;
  /** The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. Codes separated by commas give cells of their own, never their sum. */
  readonly deprivation_quintile?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface DimensionsParameters {
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
}

export interface QueryCharacteristicsParameters {
  /** Which people are counted. One code. */
  readonly population?: string | undefined;
  /** Which characteristic the category belongs to; one at a time, never crossed with another. One code. */
  readonly characteristic?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Age on the date of the event, in three groups. Codes separated by commas give cells of their own, never their sum. */
  readonly age_group?: string | undefined;
  /** As the source records it; the return says whether that is sex or gender. Codes separated by commas give cells of their own, never their sum. */
  readonly sex?: string | undefined;
  /** The person's category, from the list that the characteristic names. Codes separated by commas give cells of their own, never their sum. */
  readonly category?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryEquityParameters {
  /** Which people are counted: those referred. One code. */
  readonly population?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** The health board, ICB or trust where the person lived on the date of the event, or the nation where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Ethnic group of the person, in five groups. Codes separated by commas give cells of their own, never their sum. */
  readonly ethnic_group?: string | undefined;
  /** The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. Codes separated by commas give cells of their own, never their sum. */
  readonly deprivation_quintile?: string | undefined;
  /** Sector of whoever made the first referral of the year. Codes separated by commas give cells of their own, never their sum. */
  readonly referral_sector?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryNeedsParameters {
  /** Which split of the people the row belongs to: by age group and sex, or by deprivation fifth. One code. */
  readonly breakdown?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Age on the date of the event, in three groups. Not applicable where the breakdown is another. Codes separated by commas give cells of their own, never their sum. */
  readonly age_group?: string | undefined;
  /** As the source records it; the return says whether that is sex or gender. Not applicable where the breakdown is another. Codes separated by commas give cells of their own, never their sum. */
  readonly sex?: string | undefined;
  /** The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. not_applicable where the breakdown is another, and for residents of another nation, which the index does not cover. Codes separated by commas give cells of their own, never their sum. */
  readonly deprivation_quintile?: string | undefined;
  /** What the person wants help with; a person may have several. Codes separated by commas give cells of their own, never their sum. */
  readonly need?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryPathwayParameters {
  /** What happened in the period (event), or referrals of the quarter before followed to the end of this one (cohort). One code. */
  readonly basis?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Who made the referral. Codes separated by commas give cells of their own, never their sum. */
  readonly referral_source?: string | undefined;
  /** The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. Codes separated by commas give cells of their own, never their sum. */
  readonly deprivation_quintile?: string | undefined;
  /** Tier of the local tier list the return names. Codes separated by commas give cells of their own, never their sum. */
  readonly support_tier?: string | undefined;
  /** The stage that the episodes reached; an episode may reach several. Codes separated by commas give cells of their own, never their sum. */
  readonly stage?: string | undefined;
  /** Whole days from the referral to the stage, in bands; not applicable to the referral itself and to stocks. Codes separated by commas give cells of their own, never their sum. */
  readonly wait_band?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryConnectionsParameters {
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. Codes separated by commas give cells of their own, never their sum. */
  readonly deprivation_quintile?: string | undefined;
  /** What the person was connected to. Codes separated by commas give cells of their own, never their sum. */
  readonly activity_type?: string | undefined;
  /** How much support went with the connection; the kind with most support counts. Codes separated by commas give cells of their own, never their sum. */
  readonly connection_kind?: string | undefined;
  /** How the activity reaches the person. Codes separated by commas give cells of their own, never their sum. */
  readonly delivery_mode?: string | undefined;
  /** Whether the person took part, as known on the extract date. Codes separated by commas give cells of their own, never their sum. */
  readonly uptake?: string | undefined;
  /** Why the person did not take part; a code only where the connection was not taken up, else not applicable. Codes separated by commas give cells of their own, never their sum. */
  readonly barrier?: string | undefined;
  /** Whether the provider holds a quality mark. Codes separated by commas give cells of their own, never their sum. */
  readonly quality_mark?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryClosuresParameters {
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** Who made the referral. Codes separated by commas give cells of their own, never their sum. */
  readonly referral_source?: string | undefined;
  /** The main reason the episode ended. Codes separated by commas give cells of their own, never their sum. */
  readonly closure_reason?: string | undefined;
  /** Whole days from acceptance to closure, in bands. Codes separated by commas give cells of their own, never their sum. */
  readonly duration_band?: string | undefined;
  /** Two-way contacts with the person in the episode, in bands. Codes separated by commas give cells of their own, never their sum. */
  readonly contacts_band?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryOutcomeCoverageParameters {
  /** The measure of the registry. Where an instrument has several measures, the instrument's code. One code. */
  readonly measure?: string | undefined;
  /** The value set of an index; not_applicable for a measure that has none. One code. */
  readonly value_set?: string | undefined;
  /** Which split of the people the category belongs to; all for everyone. One code. */
  readonly breakdown?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** The category of the breakdown; all where the breakdown is all. Codes separated by commas give cells of their own, never their sum. */
  readonly category?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryOutcomeCountsParameters extends QueryOutcomeCoverageParameters {
  /** Completed weeks from baseline to follow-up. Codes separated by commas give cells of their own, never their sum. */
  readonly interval?: string | undefined;
  /** How the scores were given; helped completion raises scores. Codes separated by commas give cells of their own, never their sum. */
  readonly completion_mode?: string | undefined;
}

export interface QueryWorkforceParameters {
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** The health board, ICB or trust area the practitioner works in, or the nation where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** The main role the person fills. Codes separated by commas give cells of their own, never their sum. */
  readonly role?: string | undefined;
  /** Who employs or engages the person. Codes separated by commas give cells of their own, never their sum. */
  readonly employer_sector?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryAssetsParameters {
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Which count; the first that the period has unless given. */
  readonly figure?: string | undefined;
  /** The local authority where the offer is given, or a broader area for one given online or across several. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** What is offered. Codes separated by commas give cells of their own, never their sum. */
  readonly activity_type?: string | undefined;
  /** What kind of organisation or group gives the offer. Codes separated by commas give cells of their own, never their sum. */
  readonly provider_sector?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryOutcomesParameters {
  /** The measure of the registry. One code. */
  readonly measure?: string | undefined;
  /** The value set of an index; not_applicable for a measure that has none. One code. */
  readonly value_set?: string | undefined;
  /** Which split of the people the category belongs to; all for everyone. One code. */
  readonly breakdown?: string | undefined;
  /** The deprivation index, when the question is by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership. */
  readonly by?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped. */
  readonly period?: string | undefined;
  /** Where the person lived on the date of the event: the local authority, or a broader area where only that is known. Codes separated by commas give cells of their own, never their sum. */
  readonly area_code?: string | undefined;
  /** The category of the breakdown; all where the breakdown is all. Codes separated by commas give cells of their own, never their sum. */
  readonly category?: string | undefined;
  /** Completed weeks from baseline to follow-up. Codes separated by commas give cells of their own, never their sum. */
  readonly interval?: string | undefined;
  /** How the scores were given; helped completion raises scores. Codes separated by commas give cells of their own, never their sum. */
  readonly completion_mode?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryRepresentationParameters {
  /** What people are compared by: age_band, sex, ethnic_group, disability, deprivation_quintile. Residents are held for nothing else. */
  readonly characteristic?: string | undefined;
  /** Which categories: band (the default) or age_group of age_band; group (the default, five) or two_groups of ethnic_group. */
  readonly level?: string | undefined;
  /** supported (the default) or referred. */
  readonly population?: string | undefined;
  /** wimd_2019, the only index for which residents are held; may be left out. */
  readonly deprivation_index?: string | undefined;
  /** Wales or health boards of Wales, separated by commas; each is an area of its own. */
  readonly area_code?: string | undefined;
  /** area_code.health_board, period.financial_year, or both separated by a comma. The categories are always grouped. */
  readonly by?: string | undefined;
  /** Whole financial years (2025-26), separated by commas. */
  readonly period?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface QueryIndicatorParameters {
  /** Quarters (2026-Q1) or financial years (2025-26), separated by commas; of some indicators quarters alone. */
  readonly period?: string | undefined;
  /** Areas, separated by commas; each is a row of its own. */
  readonly area_code?: string | undefined;
  /** Dimensions to group by that numerator and denominator share, a level after a dot: area_code.health_board,deprivation_quintile. */
  readonly by?: string | undefined;
  /** The outcome measure, of indicators that leave it to choose. */
  readonly measure?: string | undefined;
  /** The value set, of indicators that leave it to choose. */
  readonly value_set?: string | undefined;
  /** The deprivation index, when the values are by deprivation fifth. */
  readonly deprivation_index?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
  /** Id of the indicator. */
  readonly id: string;
}

export interface CoverageParameters {
  /** Codes of organisations, separated by commas. */
  readonly organisation?: string | undefined;
  /** Quarters (2026-Q1) or financial years (2025-26, which are their four quarters), separated by commas. */
  readonly period?: string | undefined;
  /** Names of tables, separated by commas. */
  readonly table?: string | undefined;
  /** Codes of areas, separated by commas: rows complete for one, for a part of it or for more, and those of the organisations that serve it. */
  readonly area_code?: string | undefined;
  /** Id of a release, `latest`, or `latest-` and a collection. The answer links to the id. */
  readonly release?: string | undefined;
  /** Labels beside the codes: English, Welsh, or none. The language of the answer unless given. */
  readonly labels?: 'en' | 'cy' | 'codes' | undefined;
}

export interface ReleasesParameters {
  /** Of one collection. */
  readonly collection?: 'returns' | 'returns_gp_codes' | 'evidence' | 'synthetic' | undefined;
  /** Those that stand, or those that were withdrawn. */
  readonly state?: 'published' | 'withdrawn' | undefined;
  /** Those whose least settled figures are so settled. */
  readonly figures_status?: 'provisional' | 'revised' | 'final' | undefined;
}

export interface ReleaseParameters {
  /** Id of a release, or latest. */
  readonly id: string;
}

export interface ReleaseChangesParameters {
  /** Id of a release, or latest. */
  readonly id: string;
}

export interface DataPackageParameters {
  /** Id of a release, or latest. */
  readonly id: string;
}

export interface SubmitReturnParameters extends ValidateReturnParameters {
  /** Do all that a submission does, and store nothing. */
  readonly dry_run?: boolean | undefined;
  /** A rule of the tier verify and why the figures are right all the same, as rule:reason; may be repeated. Reasons: checked_and_correct, small_service, new_service, change_of_system. */
  readonly confirm?: readonly string[] | undefined;
}

export interface SubmissionsParameters {
  /** The `next` of the page before. */
  readonly before?: string | undefined;
  /** How many; 20 unless given. */
  readonly limit?: number | undefined;
}

export interface SubmissionJobParameters {
  /** Id that the 202 answer gave. */
  readonly id: string;
}

export interface CancelSubmissionJobParameters {
  /** Id that the 202 answer gave. */
  readonly id: string;
}

export interface VerifySubmissionParameters {
  /** Id of the submission. */
  readonly id: string;
}

export interface SubmissionParameters {
  /** Id of the submission. */
  readonly id: string;
}

export interface FindingsParameters {
  /** One entry for each finding (rule, the default), or one for each place that findings name, in the order of the file (row). */
  readonly by?: 'rule' | 'row' | undefined;
  /** Only findings of this tier. */
  readonly tier?: 'error' | 'verify' | 'advice' | undefined;
  /** Only findings of this rule. */
  readonly rule?: string | undefined;
  /** The `next` of the page before. */
  readonly after?: number | undefined;
  /** How many on a page; 100 unless given. */
  readonly limit?: number | undefined;
  /** Id of the submission. */
  readonly id: string;
}

export interface DescribeChangesParameters {
  /** Id of the submission. */
  readonly id: string;
}

export interface WithdrawSubmissionParameters {
  /** Id of the submission. */
  readonly id: string;
}

export type NoParameters = Readonly<Record<never, never>>;

/** What each operation of the service takes and answers. */
export interface Operations {
  /** Limits, languages, licence and method. */
  getConfig: { readonly parameters: NoParameters; readonly answer: ConfigAnswer };
  /** The terms of the glossary. */
  listGlossary: { readonly parameters: GlossaryParameters; readonly answer: GlossaryAnswer };
  /** One term. */
  getGlossaryTerm: { readonly parameters: GlossaryTermParameters; readonly answer: GlossaryTermAnswer };
  /** The code lists. */
  listCodeLists: { readonly parameters: CodeListsParameters; readonly answer: CodeListsAnswer };
  /** One code list. */
  getCodeList: { readonly parameters: CodeListParameters; readonly answer: CodeListAnswer };
  /** Crosswalks from other standards. */
  listMappings: { readonly parameters: NoParameters; readonly answer: MappingsAnswer };
  /** One crosswalk. */
  getMapping: { readonly parameters: MappingParameters; readonly answer: MappingAnswer };
  /** The outcome measures. */
  listMeasures: { readonly parameters: NoParameters; readonly answer: MeasuresAnswer };
  /** One outcome measure. */
  getMeasure: { readonly parameters: MeasureParameters; readonly answer: MeasureAnswer };
  /** The indicators. */
  listIndicators: { readonly parameters: NoParameters; readonly answer: IndicatorsAnswer };
  /** One indicator. */
  getIndicator: { readonly parameters: IndicatorParameters; readonly answer: IndicatorAnswer };
  /** Every rule a return must keep. */
  listRules: { readonly parameters: NoParameters; readonly answer: RulesAnswer };
  /** One rule. */
  getRule: { readonly parameters: RuleParameters; readonly answer: RuleAnswer };
  /** A return to fill in. */
  getTemplate: { readonly parameters: TemplateParameters; readonly answer: TemplateAnswer };
  /** Check a return. */
  validateReturn: { readonly parameters: ValidateReturnParameters; readonly answer: Report };
  /** Ask a question about Profiles. */
  query_profiles: { readonly parameters: QueryProfilesParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Profiles. */
  describe_profiles: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Characteristics. */
  query_characteristics: { readonly parameters: QueryCharacteristicsParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Characteristics. */
  describe_characteristics: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Equity. */
  query_equity: { readonly parameters: QueryEquityParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Equity. */
  describe_equity: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Needs. */
  query_needs: { readonly parameters: QueryNeedsParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Needs. */
  describe_needs: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Pathway. */
  query_pathway: { readonly parameters: QueryPathwayParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Pathway. */
  describe_pathway: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Connections. */
  query_connections: { readonly parameters: QueryConnectionsParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Connections. */
  describe_connections: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Closures. */
  query_closures: { readonly parameters: QueryClosuresParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Closures. */
  describe_closures: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Outcome coverage. */
  query_outcome_coverage: { readonly parameters: QueryOutcomeCoverageParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Outcome coverage. */
  describe_outcome_coverage: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Outcomes. */
  query_outcome_counts: { readonly parameters: QueryOutcomeCountsParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Outcomes. */
  describe_outcomes: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Workforce. */
  query_workforce: { readonly parameters: QueryWorkforceParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Workforce. */
  describe_workforce: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask a question about Community assets. */
  query_assets: { readonly parameters: QueryAssetsParameters; readonly answer: FiguresAnswer };
  /** What can be asked of Community assets. */
  describe_assets: { readonly parameters: DimensionsParameters; readonly answer: DimensionsAnswer };
  /** Ask what changed. */
  query_outcomes: { readonly parameters: QueryOutcomesParameters; readonly answer: QueryOutcomesAnswer };
  /** Ask who is reached. */
  query_representation: { readonly parameters: QueryRepresentationParameters; readonly answer: QueryRepresentationAnswer };
  /** Ask for the values of an indicator. */
  query_indicator: { readonly parameters: QueryIndicatorParameters; readonly answer: QueryIndicatorAnswer };
  /** Who returned what. */
  getCoverage: { readonly parameters: CoverageParameters; readonly answer: CoverageAnswer };
  /** List the releases. */
  listReleases: { readonly parameters: ReleasesParameters; readonly answer: ReleasesAnswer };
  /** Read one release. */
  getRelease: { readonly parameters: ReleaseParameters; readonly answer: ReleaseAnswer };
  /** What changed since the release before. */
  listReleaseChanges: { readonly parameters: ReleaseChangesParameters; readonly answer: ReleaseChangesAnswer };
  /** A release as a Data Package. */
  getDataPackage: { readonly parameters: DataPackageParameters; readonly answer: DataPackageAnswer };
  /** Send a return. */
  submitReturn: { readonly parameters: SubmitReturnParameters; readonly answer: Receipt };
  /** Your submissions. */
  listSubmissions: { readonly parameters: SubmissionsParameters; readonly answer: SubmissionsAnswer };
  /** How far a return is that is taken in later. */
  getSubmissionJob: { readonly parameters: SubmissionJobParameters; readonly answer: SubmissionJobAnswer };
  /** Cancel a return before it is taken in. */
  cancelSubmissionJob: { readonly parameters: CancelSubmissionJobParameters; readonly answer: null };
  /** Confirm figures that look wrong. */
  verifySubmission: { readonly parameters: VerifySubmissionParameters; readonly body: VerifySubmissionBody; readonly answer: Receipt };
  /** One of your submissions. */
  getSubmission: { readonly parameters: SubmissionParameters; readonly answer: Receipt };
  /** What was found in a submission. */
  listFindings: { readonly parameters: FindingsParameters; readonly answer: FindingsAnswer };
  /** What a submission changed, or would. */
  describeChanges: { readonly parameters: DescribeChangesParameters; readonly answer: DescribeChangesAnswer };
  /** Take figures back. */
  withdrawSubmission: { readonly parameters: WithdrawSubmissionParameters; readonly body: WithdrawSubmissionBody; readonly answer: Receipt };
  /** Your organisation and key. */
  getMe: { readonly parameters: NoParameters; readonly answer: MeAnswer };
}

/** Method and path of each operation. */
export const ADDRESSES: Readonly<Record<keyof Operations, readonly [method: string, path: string]>> = {
  getConfig: ['GET', '/v1/config'],
  listGlossary: ['GET', '/v1/glossary'],
  getGlossaryTerm: ['GET', '/v1/glossary/{id}'],
  listCodeLists: ['GET', '/v1/codelists'],
  getCodeList: ['GET', '/v1/codelists/{id}'],
  listMappings: ['GET', '/v1/mappings'],
  getMapping: ['GET', '/v1/mappings/{id}'],
  listMeasures: ['GET', '/v1/measures'],
  getMeasure: ['GET', '/v1/measures/{id}'],
  listIndicators: ['GET', '/v1/indicators'],
  getIndicator: ['GET', '/v1/indicators/{id}'],
  listRules: ['GET', '/v1/rules'],
  getRule: ['GET', '/v1/rules/{id}'],
  getTemplate: ['GET', '/v1/templates/{table}'],
  validateReturn: ['POST', '/v1/validate'],
  query_profiles: ['GET', '/v1/data/profiles'],
  describe_profiles: ['GET', '/v1/data/profiles/dimensions'],
  query_characteristics: ['GET', '/v1/data/characteristics'],
  describe_characteristics: ['GET', '/v1/data/characteristics/dimensions'],
  query_equity: ['GET', '/v1/data/equity'],
  describe_equity: ['GET', '/v1/data/equity/dimensions'],
  query_needs: ['GET', '/v1/data/needs'],
  describe_needs: ['GET', '/v1/data/needs/dimensions'],
  query_pathway: ['GET', '/v1/data/pathway'],
  describe_pathway: ['GET', '/v1/data/pathway/dimensions'],
  query_connections: ['GET', '/v1/data/connections'],
  describe_connections: ['GET', '/v1/data/connections/dimensions'],
  query_closures: ['GET', '/v1/data/closures'],
  describe_closures: ['GET', '/v1/data/closures/dimensions'],
  query_outcome_coverage: ['GET', '/v1/data/outcome_coverage'],
  describe_outcome_coverage: ['GET', '/v1/data/outcome_coverage/dimensions'],
  query_outcome_counts: ['GET', '/v1/data/outcomes'],
  describe_outcomes: ['GET', '/v1/data/outcomes/dimensions'],
  query_workforce: ['GET', '/v1/data/workforce'],
  describe_workforce: ['GET', '/v1/data/workforce/dimensions'],
  query_assets: ['GET', '/v1/data/assets'],
  describe_assets: ['GET', '/v1/data/assets/dimensions'],
  query_outcomes: ['GET', '/v1/outcomes'],
  query_representation: ['GET', '/v1/representation'],
  query_indicator: ['GET', '/v1/indicators/{id}/values'],
  getCoverage: ['GET', '/v1/coverage'],
  listReleases: ['GET', '/v1/releases'],
  getRelease: ['GET', '/v1/releases/{id}'],
  listReleaseChanges: ['GET', '/v1/releases/{id}/changes'],
  getDataPackage: ['GET', '/v1/releases/{id}/datapackage.json'],
  submitReturn: ['POST', '/v1/submissions'],
  listSubmissions: ['GET', '/v1/submissions'],
  getSubmissionJob: ['GET', '/v1/submission-jobs/{id}'],
  cancelSubmissionJob: ['DELETE', '/v1/submission-jobs/{id}'],
  verifySubmission: ['POST', '/v1/submissions/{id}/verifications'],
  getSubmission: ['GET', '/v1/submissions/{id}'],
  listFindings: ['GET', '/v1/submissions/{id}/findings'],
  describeChanges: ['GET', '/v1/submissions/{id}/changes'],
  withdrawSubmission: ['POST', '/v1/submissions/{id}/withdraw'],
  getMe: ['GET', '/v1/me'],
};
