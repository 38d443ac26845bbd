import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../src/standard/versions/change.ts';
import { CHANGE_RULES } from '../../../src/standard/versions/change-rules.ts';
import { diffSchemas } from '../../../src/standard/versions/diff-schemas.ts';
import { versionFiles } from './schema-files.ts';

const FILES = versionFiles('1.0');
const TABLE_PATHS = [...FILES.keys()].filter((path) => path.startsWith('tables/'));

type Schema = {
  required: string[];
  properties: Record<string, Record<string, unknown>>;
  [keyword: string]: unknown;
};

/** The rules, levels and places of what differs once a schema file was changed. */
function afterChanging(path: string, change: (schema: Schema) => void) {
  const schema = JSON.parse(FILES.get(path) as string) as Schema;
  change(schema);
  return labels(new Map([...FILES, [path, JSON.stringify(schema)]]));
}

function labels(after: ReadonlyMap<string, string>) {
  return diffSchemas(FILES, after).map(({ rule, level, at }) => `${level} ${rule} ${at}`);
}

/** What differs once the records of a code list were changed as text. */
function afterChangingCodes(list: string, change: (csv: string) => string) {
  const path = `codelists/${list}.csv`;
  const csv = change(FILES.get(path) as string);
  expect(csv).not.toBe(FILES.get(path));
  return labels(new Map([...FILES, [path, csv]]));
}

const WORKFORCE = 'tables/workforce.schema.json';

/** Any field of any table. */
const anyField = fc
  .constantFrom(...TABLE_PATHS)
  .chain((path) =>
    fc.tuple(
      fc.constant(path),
      fc.constantFrom(...Object.keys((JSON.parse(FILES.get(path) as string) as Schema).properties)),
    ),
  );

const placeOf = (path: string, field: string) => `${path.replace('.schema.json', '')}/${field}`;

describe('diffSchemas', () => {
  it.each(['1.0', '1.1'])('finds no difference between version %s and itself', (version) => {
    expect(diffSchemas(versionFiles(version), versionFiles(version))).toEqual([]);
    expect(stepOf([])).toBeNull();
  });

  it('finds in the draft what its list of changes says', () => {
    const changes = diffSchemas(FILES, versionFiles('1.1'));
    expect(changes.map(({ level, rule, at }) => `${level} ${rule} ${at}`)).toEqual([
      'minor code-deprecated codelists/delivery_mode/by_post',
      'minor code-added codelists/delivery_mode/materials_sent',
      'minor field-added tables/workforce/works_in_welsh',
    ]);
    expect(stepOf(changes)).toBe('minor');
  });

  it('calls the removal of any field major', () => {
    fc.assert(
      fc.property(anyField, ([path, field]) => {
        const found = afterChanging(path, (schema) => {
          delete schema.properties[field];
          schema.required = schema.required.filter((name) => name !== field);
        });
        expect(found).toEqual([`major field-removed ${placeOf(path, field)}`]);
      }),
      { numRuns: 30 },
    );
  });

  it('calls a new optional figure minor, a new required one major, and a new dimension major', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_PATHS),
        fc.constantFrom('optional', 'required', 'dimension'),
        (path, kind) => {
          const found = afterChanging(path, (schema) => {
            schema.properties.planted = { type: 'string', 'x-role': kind === 'dimension' ? kind : 'measure' };
            if (kind === 'required') schema.required.push('planted');
          });
          const label = {
            optional: 'minor field-added',
            required: 'major required-field-added',
            dimension: 'major dimension-added',
          }[kind];
          expect(found).toEqual([`${label} ${placeOf(path, 'planted')}`]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('calls new words of any field a patch, and says which', () => {
    fc.assert(
      fc.property(anyField, fc.string(), ([path, field], words) => {
        const found = afterChanging(path, (schema) => {
          Object.assign(schema.properties[field] as object, { description: `${words}!` });
        });
        expect(found).toEqual([`patch wording-changed ${placeOf(path, field)}`]);
      }),
      { numRuns: 30 },
    );
  });

  it('calls fewer values major and more values minor, whatever the limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('minimum', 'maximum'),
        fc.integer({ min: 1, max: 1000 }),
        fc.boolean(),
        (keyword, by, isNarrower) => {
          const found = afterChanging(WORKFORCE, (schema) => {
            const field = schema.properties.headcount as Record<string, number>;
            const up = (keyword === 'minimum') === isNarrower;
            field[keyword] = (field[keyword] as number) + (up ? by : -by);
          });
          const label = isNarrower ? 'major value-narrowed' : 'minor value-widened';
          expect(found).toEqual([`${label} tables/workforce/headcount`]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each<[string, string, (schema: Schema) => void, string[]]>([
    [
      'null is no longer taken',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.supervised as object, { type: 'integer' }),
      ['major value-narrowed tables/workforce/supervised'],
    ],
    [
      'null is taken',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.headcount as object, { type: ['integer', 'null'] }),
      ['minor value-widened tables/workforce/headcount'],
    ],
    [
      'a whole number becomes any number',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.headcount as object, { type: 'number' }),
      ['minor value-widened tables/workforce/headcount'],
    ],
    [
      'any number becomes a whole number',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.fte as object, { type: ['integer', 'null'] }),
      ['major value-narrowed tables/workforce/fte'],
    ],
    [
      'a field is no longer required',
      WORKFORCE,
      (schema) => schema.required.splice(schema.required.indexOf('fte'), 1),
      ['minor field-now-optional tables/workforce/fte'],
    ],
    [
      'a code list is swapped for another',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.role as object, { 'x-codelist': 'need' }),
      ['major value-narrowed tables/workforce/role'],
    ],
    [
      'a list is narrowed to some codes',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.role as object, { 'x-codes': ['link_worker'] }),
      ['major value-narrowed tables/workforce/role'],
    ],
    [
      'only broader areas are taken',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.area_code as object, { 'x-level': 'nation' }),
      ['major value-narrowed tables/workforce/area_code'],
    ],
    [
      'finer areas are taken',
      WORKFORCE,
      (schema) => Reflect.deleteProperty(schema.properties.area_code as object, 'x-level'),
      ['minor value-widened tables/workforce/area_code'],
    ],
    [
      'a blank is taken',
      WORKFORCE,
      (schema) =>
        Object.assign(schema.properties.role as object, { 'x-blanks': ['not_known', 'not_stated'] }),
      ['minor value-widened tables/workforce/role'],
    ],
    [
      'the unit changes',
      WORKFORCE,
      (schema) => Object.assign(schema.properties.headcount as object, { 'x-unit': 'shift' }),
      ['major meaning-changed tables/workforce/headcount'],
    ],
    [
      'the table counts something else',
      WORKFORCE,
      (schema) => Object.assign(schema, { 'x-unit': 'person' }),
      ['major meaning-changed tables/workforce'],
    ],
    [
      'two fields change places',
      WORKFORCE,
      (schema) => {
        const { area_code, role, ...rest } = schema.properties;
        schema.properties = { role, area_code, ...rest } as Schema['properties'];
      },
      ['major fields-reordered tables/workforce'],
    ],
    [
      'a field is renamed',
      WORKFORCE,
      (schema) => {
        const { fte, ...rest } = schema.properties;
        schema.properties = { ...rest, wte: fte } as Schema['properties'];
        schema.required = schema.required.map((name) => (name === 'fte' ? 'wte' : name));
      },
      ['major field-removed tables/workforce/fte', 'major required-field-added tables/workforce/wte'],
    ],
    [
      'a choice among lists is dropped',
      'tables/characteristics.schema.json',
      (schema) =>
        Reflect.deleteProperty((schema.properties.category as { 'x-lists': object })['x-lists'], 'religion'),
      ['major value-narrowed tables/characteristics/category'],
    ],
    [
      'a text of the header may have any form',
      'return.schema.json',
      (schema) => Reflect.deleteProperty(schema.properties.period as object, 'pattern'),
      ['minor value-widened return/period'],
    ],
    [
      'a field below another goes',
      'return.schema.json',
      (schema) => {
        const system = schema.properties.source_system as unknown as Schema;
        delete system.properties.extracted_at;
        system.required = system.required.filter((name) => name !== 'extracted_at');
      },
      ['major field-removed return/source_system/extracted_at'],
    ],
  ])('labels it where %s', (_, path, change, expected) => {
    expect(afterChanging(path, change)).toEqual(expected);
  });

  it.each<[string, string, (csv: string) => string, string[]]>([
    [
      'a code is removed',
      'barrier',
      (csv) => csv.replace(/^cost,.*\n/m, ''),
      ['major code-removed codelists/barrier/cost'],
    ],
    [
      'a code is added',
      'barrier',
      (csv) => `${csv}weather,Weather,Y tywydd,,,code,,,,,this standard,own_code,proposed\n`,
      ['minor code-added codelists/barrier/weather'],
    ],
    [
      'the title of a code changes',
      'barrier',
      (csv) => csv.replace('cost,Cost,', 'cost,Price,'),
      ['patch wording-changed codelists/barrier/cost'],
    ],
    [
      'a code ends',
      'barrier',
      (csv) => csv.replace(/^(cost,.*code,,),,/m, '$12027-03-31,,'),
      ['major code-dates-narrowed codelists/barrier/cost'],
    ],
    [
      'a code moves to another group',
      'closure_reason',
      (csv) => csv.replace(',code,ended_by_person,', ',code,passed_on,'),
      ['major meaning-changed codelists/closure_reason/declined_further_support'],
    ],
    [
      'an organisation is added',
      'organisations',
      (csv) => `${csv}ZZ9,New,Newydd\n`,
      ['patch register-row-changed codelists/organisations/ZZ9'],
    ],
  ])('labels it where %s', (_, list, change, expected) => {
    expect(afterChangingCodes(list, change)).toEqual(expected);
  });

  it('calls a table, a list or a measure that comes minor, and one that goes major', () => {
    const fewer = new Map(FILES);
    for (const path of [WORKFORCE, 'codelists/barrier.csv', 'measures/ucla_3.json']) fewer.delete(path);
    const places = ['codelists/barrier', 'measures/ucla_3', 'tables/workforce'];
    expect(labels(fewer)).toEqual(places.map((place) => `major file-removed ${place}`));
    expect(diffSchemas(fewer, FILES).map(({ level, rule, at }) => `${level} ${rule} ${at}`)).toEqual(
      places.map((place) => `minor file-added ${place}`),
    );
  });

  it('tells the words of a measure from what it is scored by', () => {
    const path = 'measures/ons4_happy.json';
    expect(afterChanging(path, (measure) => Object.assign(measure, { title: 'Happy' }))).toEqual([
      'patch wording-changed measures/ons4_happy',
    ]);
    expect(afterChanging(path, (measure) => Object.assign(measure, { minimum: -1 }))).toEqual([
      'major meaning-changed measures/ons4_happy',
    ]);
  });

  it('calls a glossary reworded a patch', () => {
    const path = [...FILES.keys()].find((each) => /^glossary\/(?!scheme)/.test(each)) as string;
    const text = (FILES.get(path) as string).replace(/"definition": \{\s*"en": "/, '$&Reworded. ');
    expect(labels(new Map([...FILES, [path, text]]))).toEqual([
      expect.stringMatching(/^patch reference-changed glossary\//),
    ]);
  });

  it('takes keys that are not a of a schema without harm', () => {
    const found = afterChanging(WORKFORCE, (schema) => {
      const hostile = JSON.parse('{"__proto__":{"type":"string"},"constructor":{}}') as Schema['properties'];
      schema.properties = { ...schema.properties };
      Object.defineProperty(schema.properties, '__proto__', { value: hostile.constructor, enumerable: true });
      Object.defineProperty(schema.properties, 'constructor', { value: {}, enumerable: true });
    });
    expect(found).toEqual([
      'minor field-added tables/workforce/__proto__',
      'minor field-added tables/workforce/constructor',
    ]);
  });

  it('explains each rule in both languages', () => {
    for (const { message } of Object.values(CHANGE_RULES)) {
      expect(message.en).toMatch(/\.$/);
      expect(message.cy).toMatch(/\.$/);
      expect((message.cy.match(/\{[a-z]+\}/g) ?? []).sort()).toEqual(
        (message.en.match(/\{[a-z]+\}/g) ?? []).sort(),
      );
    }
  });
});
