import type { CompiledError } from '../compiled-validator.ts';
import type { ExportMapping } from '../generated/types.ts';
import { validateExportMapping } from '../generated/validators/export-mapping.js';
import { safeValue } from '../safe-value.ts';
import { suggestName } from '../suggest.ts';
import type { Text } from '../text.ts';
import { CASE_FIELDS } from './case-fields.ts';
import type { ExportField } from './export-field.ts';
import type { ProblemLog } from './export-problems.ts';
import type { ColumnMap } from './read-columns.ts';
import { CONNECTION_FIELDS, SCORE_FIELDS } from './record-fields.ts';

/**
 * Reads the text of a mapping and checks it against its schema.
 *
 * @param name - What messages call it until its own name is known, such as its file's name.
 * @returns Null where it cannot be used; why is in the log.
 */
export function readMapping(text: string, name: string, log: ProblemLog): ExportMapping | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    log.add('mapping-is-json', { system: name, file: 'mapping' });
    return null;
  }
  if (!validateExportMapping(value)) {
    for (const fault of worthSaying(validateExportMapping.errors ?? [])) {
      const place = { system: name, file: 'mapping' };
      log.add('mapping-follows-its-schema', place, { detail: wordsOf(fault) });
    }
    return null;
  }
  const mapping = value as ExportMapping;
  const before = log.problems().length;
  if (mapping.decimal !== undefined && mapping.decimal === mapping.thousands) {
    log.add('mapping-follows-its-schema', { system: mapping.system, file: 'mapping' }, { detail: SAME_MARK });
  }
  for (const fault of missingFields(mapping)) {
    log.add('field-mapped', { system: mapping.system, file: fault.file }, { detail: fault.detail });
  }
  return log.problems().length === before ? mapping : null;
}

const MAXIMUM_FAULTS = 20;

const SAME_MARK: Text = {
  en: 'decimal and thousands are the same',
  cy: 'yr un yw decimal a thousands',
};

/** One fault for each thing wrong: a failed choice also lists what each of its branches lacks. */
function worthSaying(errors: readonly CompiledError[]): CompiledError[] {
  const has = (keyword: string, { instancePath }: CompiledError) =>
    errors.some((error) => error.keyword === keyword && error.instancePath === instancePath);
  return errors
    .filter((error) => !(error.keyword === 'enum' && has('propertyNames', error)))
    .filter((error) => !(error.keyword === 'type' && has('anyOf', error)))
    .filter((error) => !(error.keyword === 'anyOf' && has('additionalProperties', error)))
    .slice(0, MAXIMUM_FAULTS);
}

function wordsOf({ instancePath: pointer, keyword, params }: CompiledError): Text {
  const place = pointer === '' ? '/' : safeValue(pointer);
  const name = params.additionalProperty ?? params.propertyName ?? params.missingProperty;
  if (keyword === 'required') {
    return { en: `${place}: ${name} is missing`, cy: `${place}: mae ${name} ar goll` };
  }
  if (typeof name === 'string') {
    const near = suggestName(name, [...ALL_FIELDS]);
    const meant =
      near === null
        ? { en: '', cy: '' }
        : { en: `; did you mean ${near}?`, cy: `; ai ${near} oedd gennych mewn golwg?` };
    return {
      en: `${place}: there is no ${safeValue(name)}${meant.en}`,
      cy: `${place}: nid oes ${safeValue(name)}${meant.cy}`,
    };
  }
  if (keyword === 'anyOf') {
    return {
      en: `${place} is neither a heading nor an object that says more`,
      cy: `nid yw ${place} yn bennawd nac yn wrthrych sy'n dweud mwy`,
    };
  }
  const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.join(', ') : null;
  if (allowed !== null && allowed.length > LONGEST_LIST) {
    return {
      en: `${place}: the name or value is none of those it takes`,
      cy: `${place}: nid yw'r enw na'r gwerth yn un o'r rhai a gymerir`,
    };
  }
  if (allowed !== null) return { en: `${place} takes ${allowed}`, cy: `mae ${place} yn cymryd ${allowed}` };
  return {
    en: `${place} is not written as it must be (${keyword})`,
    cy: `nid yw ${place} wedi'i ysgrifennu fel y mae'n rhaid (${keyword})`,
  };
}

const LONGEST_LIST = 400;

const ALL_FIELDS = new Set([
  ...Object.keys(CASE_FIELDS),
  ...Object.keys(CONNECTION_FIELDS),
  ...Object.keys(SCORE_FIELDS),
]);

interface Missing {
  readonly file: string;
  readonly detail: Text;
}

/** The fields that a table must have and has not, and scores that nothing is read from. */
function missingFields(mapping: ExportMapping): Missing[] {
  const { cases, connections, scores } = mapping;
  const tables: readonly (readonly [
    string,
    ColumnMap | undefined,
    Readonly<Record<string, ExportField>>,
    boolean,
  ])[] = [
    ['cases', cases.columns, CASE_FIELDS, false],
    ['connections', connections?.columns, CONNECTION_FIELDS, false],
    ['scores', scores?.columns, SCORE_FIELDS, false],
    ...(cases.connections ?? []).map((map) => ['cases', map, CONNECTION_FIELDS, true] as const),
    ...(cases.scores ?? []).map((map) => ['cases', map, SCORE_FIELDS, true] as const),
  ];
  return tables.flatMap(([file, columns, fields, isInCase]) => {
    if (columns === undefined) return [];
    const missing = Object.entries(fields)
      .filter(([name, { required }]) => required === true && !Object.hasOwn(columns, name))
      .filter(([name]) => !(isInCase && name === 'person_id'))
      .map(([name]) => ({ file, detail: nameOfField(name, fields) }));
    const isScores = fields === (SCORE_FIELDS as Readonly<Record<string, ExportField>>);
    const hasScore = ['score', 'raw_total', 'items'].some((name) => Object.hasOwn(columns, name));
    return isScores && !hasScore ? [...missing, { file, detail: nameOfField('score', fields) }] : missing;
  });
}

function nameOfField(name: string, fields: Readonly<Record<string, ExportField>>): Text {
  const title = fields[name]?.title ?? { en: name, cy: name };
  return { en: `${name} (${title.en})`, cy: `${name} (${title.cy})` };
}
