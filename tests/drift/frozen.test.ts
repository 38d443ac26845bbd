import { describe, expect, it } from 'vitest';
import { frozenFaults, readRecord, recordOf, unrecorded } from '../../src/codegen/check-frozen.ts';
import { VERSION } from '../../src/codegen/generate.ts';
import { REPOSITORY } from '../../src/codegen/read-schema.ts';
import { readVersion } from '../../src/codegen/read-versions.ts';

const files = await readVersion(VERSION, REPOSITORY);
const record = await readRecord(VERSION, REPOSITORY);
const held = recordOf(files);

/** The files of the version, frozen as they are, with one of them changed. */
function changed(path: string, change: (text: string) => string): Map<string, string> {
  const before = files.get(path);
  if (before === undefined) throw new Error(`there is no ${path}`);
  const after = change(before);
  expect(after).not.toBe(before);
  return new Map([...files].map(([name, text]) => [name, name === path ? after : text]));
}

const faultsAfter = (path: string, change: (text: string) => string) =>
  frozenFaults(VERSION, changed(path, change), held).filter((fault) => !fault.includes('x-frozen: false'));

describe(`version ${VERSION}`, () => {
  it('is frozen, and means what it meant when it was', () => {
    expect(record).not.toBeNull();
    expect(frozenFaults(VERSION, files, record ?? {})).toEqual([]);
    expect(unrecorded(VERSION, files, record ?? {})).toEqual([]);
  });
});

describe('in a frozen version', () => {
  const TABLE = 'tables/needs.schema.json';

  it.each([
    ['a bound', TABLE, (text: string) => text.replace('"minimum": 0', '"minimum": 1')],
    ['a list', TABLE, (text: string) => text.replace('"x-codelist": "need"', '"x-codelist": "barrier"')],
    [
      'a field that is called notes',
      'return.schema.json',
      (text: string) => text.replace('"notes": {', '"remarks": {'),
    ],
    ['a level', 'codelists/lists.json', (text: string) => text.replace('"id": "family"', '"id": "kind"')],
    ['a code', 'codelists/barrier.csv', (text: string) => text.replace('transport', 'travel')],
    ['a score', 'measures/swemwbs_metric.json', (text: string) => text.replace('9.51', '9.52')],
    [
      'an area that is taken out',
      'codelists/areas.csv',
      (text: string) => text.replace(/^W06000014.*\n/m, ''),
    ],
    [
      'an area that is moved',
      'codelists/areas.csv',
      (text: string) => text.replace(/^(W06000014,.*)W11000029/m, '$1W11000030'),
    ],
  ])('%s is refused', (_, path, change) => {
    const faults = faultsAfter(path, change);
    expect(faults.join('\n')).toContain(`schema/${VERSION}/${path}`);
    expect(faults[0]).toMatch(/means something else|lacks the row/);
  });

  it('words may change with a new revision, and are then recorded', () => {
    const reworded = (text: string) => text.replace('"title": "', '"title": "Reworded: ');
    expect(faultsAfter(TABLE, reworded)).toEqual([
      `schema/${VERSION}/${TABLE} has changed: raise its x-revision.`,
    ]);
    const raised = (text: string) => reworded(text).replace(/"x-revision": \d+/, '"x-revision": 99');
    expect(faultsAfter(TABLE, raised)).toEqual([]);
    expect(unrecorded(VERSION, changed(TABLE, raised), held)).toEqual([
      `schema/${VERSION}/${TABLE} has changed since it was recorded. Run: npm run freeze`,
    ]);
  });

  it('Welsh and sources of a list may change, and an area may be added or end', () => {
    const add = (text: string) =>
      `${text.trimEnd()}\nW06000099,New place,Lle newydd,,,local_authority,W11000029,2027-04-01,,,invented,own_code,proposed\n`;
    expect(faultsAfter('codelists/areas.csv', add)).toEqual([]);
    expect(
      faultsAfter('codelists/barrier.csv', (text) => text.replace('this standard', 'elsewhere')),
    ).toEqual([]);
    expect(faultsAfter('glossary/scheme.json', (text) => `${text}\n`)).toEqual([]);
  });

  it('no file comes or goes', () => {
    const without = new Map([...files].filter(([path]) => path !== TABLE));
    expect(frozenFaults(VERSION, without, held).join('\n')).toContain(`${TABLE} is gone`);
    const more = new Map([...files, ['codelists/colour.csv', 'code,level\nred,code\n']]);
    expect(frozenFaults(VERSION, more, held).join('\n')).toContain('codelists/colour.csv is new');
  });
});
