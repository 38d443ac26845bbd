// Written by `npm run generate` from schema/. Do not edit.
import type { Code } from '../code-list.ts';
import type { FieldDescription } from '../table-description.ts';
import type { CodeListId } from './code-lists.ts';
import type { TableName } from './tables.ts';

/** The versions that a return may follow, the earliest first. */
export const VERSIONS = ["1.0","1.1"] as const;
export type SchemaVersion = (typeof VERSIONS)[number];

/** Those that may still change: the service takes in no return that follows one. */
export const DRAFT_VERSIONS: readonly SchemaVersion[] = ["1.1"];

/** The version in which a field came, where that is not the first. */
export const FIELDS_SINCE: Partial<Record<TableName, Readonly<Record<string, SchemaVersion>>>> = {"workforce":{"works_in_welsh":"1.1"}};

/** The version in which a code came, where that is not the first. */
export const CODES_SINCE: Partial<Record<CodeListId, Readonly<Record<string, SchemaVersion>>>> = {"delivery_mode":{"materials_sent":"1.1"}};

/** The codes that are deprecated in any version. */
export const CODES_DEPRECATED: Partial<Record<CodeListId, Readonly<Record<string, Pick<Code, 'deprecated_in' | 'replaced_by'>>>>> = {"delivery_mode":{"by_post":{"deprecated_in":"1.1","replaced_by":["materials_sent"]}}};

/** The fields that come in versions after the current one. */
export const NEWER_FIELDS: Partial<Record<TableName, readonly FieldDescription[]>> = {"workforce":[{"name":"works_in_welsh","role":"measure","kind":"integer","title":{"en":"Working in Welsh","cy":"Yn gweithio yn Gymraeg"},"description":{"en":"Of the headcount, those able to support people in Welsh. Null or absent where it is not collected.","cy":"O'r nifer, y rhai sy'n gallu cefnogi pobl yn Gymraeg. Null neu'n absennol lle na chaiff ei gasglu."},"unit":"practitioner","example":3,"source":"this standard, core dataset, draft 1.1","list":null,"level":null,"codes":null,"blanks":[],"chosen_by":null,"registry":null,"nullable":true,"minimum":0,"maximum":1000000000,"periods":["quarter"],"additive_over_time":false,"magnitude":null,"released":true,"overlap":false,"used_when":null,"without":null,"carries":null,"implied":[],"board_only":[],"quarters_only":[],"contribution_cap":null,"key_omits":false,"required_in_question":false,"index_from":null,"optional":true}]};

/** The codes that come in versions after the current one. */
export const NEWER_CODES: Partial<Record<CodeListId, readonly Code[]>> = {"delivery_mode":[{"code":"materials_sent","title":{"en":"Materials sent","cy":"Deunyddiau wedi'u hanfon"},"description":{"en":"A pack or materials sent home, by post, by a carrier or by email.","cy":"Pecyn neu ddeunyddiau a anfonir adref, drwy'r post, gan gludwr neu drwy e-bost."},"level":"code","parent":null,"valid_from":null,"valid_to":null,"replaced_by":[],"source":"this standard","source_status":"own_code","welsh_status":"needs_review"}]};
