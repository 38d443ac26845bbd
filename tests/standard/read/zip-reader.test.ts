import { describe, expect, it } from 'vitest';
import { type MadeEntry, makeZip } from '../../../src/codegen/conformance/make-zip.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import { MAXIMUM_ARCHIVE_BYTES } from '../../../src/standard/read/zip/archive-reader.ts';
import { createReturnValidator, validateReturn } from '../../../src/standard/validate-return.ts';
import { writeCsvArchive, writeCsvTable } from '../../../src/standard/write/write-csv-archive.ts';
import { writeZip } from '../../../src/standard/write/write-zip.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const { tables, ...HEADER } = VALID_RETURN;
const HEADER_ENTRY: MadeEntry = { name: 'return.json', content: JSON.stringify(HEADER) };
const TABLE_ENTRIES: readonly MadeEntry[] = Object.entries(tables).map(([table, rows]) => ({
  name: `${table}.csv`,
  content: writeCsvTable(table as TableName, rows),
}));
const ENTRIES = [HEADER_ENTRY, ...TABLE_ENTRIES];

const validate = (bytes: Uint8Array) => validateReturn(bytes, { format: 'zip' });
const findingsOf = (bytes: Uint8Array) => validate(bytes).report.findings;
const rulesOf = (bytes: Uint8Array) => findingsOf(bytes).map(({ rule }) => rule);
const rulesWith = (...entries: readonly MadeEntry[]) => rulesOf(makeZip([...ENTRIES, ...entries]));
const FROM_JSON = validateReturn(new TextEncoder().encode(JSON.stringify(VALID_RETURN)), { format: 'json' });

describe('a zip of CSVs', () => {
  it('gives what the same return in JSON gives', () => {
    expect(validate(writeCsvArchive(VALID_RETURN))).toEqual(FROM_JSON);
    expect(FROM_JSON.report.result).toBe('valid');
  });

  it('may be packed or not, in any order, in one folder, with a comment, with sizes after the files', () => {
    expect(rulesOf(makeZip(ENTRIES.map((entry) => ({ ...entry, method: 0 }))))).toEqual([]);
    expect(rulesOf(makeZip(ENTRIES.toReversed()))).toEqual([]);
    const inFolder = ENTRIES.map((entry) => ({ ...entry, name: `Powys Q3/${entry.name}` }));
    expect(rulesOf(makeZip([{ name: 'Powys Q3/', method: 0 }, ...inFolder]))).toEqual([]);
    const commented = makeZip(ENTRIES, { after: 'made by hand' });
    commented[commented.length - 14] = 12;
    expect(rulesOf(commented)).toEqual([]);
    const streamed = ENTRIES.map((entry) => ({ ...entry, flags: 0x808, heading: { crc: 0, size: 0 } }));
    expect(rulesOf(makeZip(streamed))).toEqual([]);
  });

  it('gives places by record and column of the table', () => {
    const csv = writeCsvTable('profiles', tables.profiles ?? []).replace('female', 'femal');
    const bytes = makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: csv }]);
    expect(findingsOf(bytes).find(({ rule }) => rule === 'code-known')?.locations).toEqual([
      { pointer: '/tables/profiles/0/sex', row: 2, column: 'sex', value: 'femal', suggestion: 'female' },
    ]);
  });

  it('passes over what operating systems leave, and says so', () => {
    const left = ['__MACOSX/._profiles.csv', '.DS_Store', 'Thumbs.db'].map((name) => ({
      name,
      content: 'x',
    }));
    const { report } = validate(makeZip([...ENTRIES, ...left]));
    expect(report.result).toBe('valid');
    expect(report.findings).toMatchObject([{ rule: 'zip-leftovers-passed-over', tier: 'advice', count: 3 }]);
  });

  it('has the same report in pieces of any length', () => {
    const bytes = writeCsvArchive(VALID_RETURN);
    for (const length of [1, 7, 500]) {
      const validator = createReturnValidator({ format: 'zip' });
      const piece = new Uint8Array(length);
      for (let at = 0; at < bytes.length; at += length) {
        // The same memory each time, as a caller may do.
        piece.set(bytes.subarray(at, at + length));
        validator.write(piece.subarray(0, Math.min(length, bytes.length - at)));
      }
      expect(validator.end()).toEqual(FROM_JSON);
    }
  });
});

describe('what is in a zip', () => {
  it('must be a return: other files are refused, and it is said what is expected', () => {
    const [finding] = findingsOf(makeZip([...ENTRIES, { name: 'profile.csv', content: 'x' }]));
    expect(finding).toMatchObject({
      rule: 'zip-file-known',
      locations: [{ value: 'profile.csv', suggestion: 'profiles.csv' }],
    });
    expect(finding?.message.en).toContain('return.json, profiles.csv');
    expect(rulesWith({ name: 'letters/outcomes.csv' })).toContain('zip-file-known');
  });

  it('must have a header', () => {
    expect(rulesOf(makeZip(TABLE_ENTRIES))).toEqual(['zip-holds-the-header']);
    expect(rulesOf(makeZip([]))).toEqual(['zip-holds-the-header']);
    const whole = { name: 'return.json', content: JSON.stringify(VALID_RETURN) };
    expect(rulesOf(makeZip([whole, ...TABLE_ENTRIES]))).toEqual(['header-stands-alone']);
    const twice = { name: 'return.json', content: '{"period":"2026-Q3","period":"2026-Q4"}' };
    expect(rulesOf(makeZip([twice, ...TABLE_ENTRIES]))).toContain('json-keys-unique');
  });

  it('is not unpacked twice', () => {
    const inner = writeCsvArchive(VALID_RETURN);
    expect(rulesWith({ name: 'more.zip', content: inner })).toEqual(['zip-not-nested']);
    expect(rulesOf(makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: inner }]))).toEqual([
      'zip-not-nested',
    ]);
  });

  it.each([
    '../profiles.csv',
    'a/../../etc/passwd',
    '/etc/passwd',
    'C:/profiles.csv',
    'a\\b.csv',
    'profiles.csv\u0000.txt',
    './profiles.csv',
    'a//b.csv',
    '',
  ])('may not be called %j', (name) => {
    expect(rulesWith({ name })).toEqual(['zip-names-plain']);
  });

  it('is not repeated in the report when its name holds an identifier', () => {
    const [finding] = findingsOf(makeZip([...ENTRIES, { name: '943 476 5919.csv' }]));
    expect(finding?.locations).toMatchObject([{ value: '[withheld]' }]);
  });

  it('may not have one name twice, capitals aside, nor lie in the same bytes', () => {
    expect(rulesWith({ name: 'PROFILES.csv' })).toEqual(['zip-files-apart']);
    expect(rulesWith({ ...HEADER_ENTRY, name: 'return.json' })).toEqual(['zip-files-apart']);
    const [one] = ENTRIES;
    const heading = { name: 'return.json' };
    expect(
      rulesOf(makeZip([one as MadeEntry, { ...HEADER_ENTRY, name: 'other.jsn', heading, offset: 0 }])),
    ).toEqual(['zip-well-formed']);
    const inside = makeZip([{ name: 'x.csv', method: 0, content: 'people\n1' }]);
    const holder = { name: 'outer.csv', method: 0, content: inside };
    const overlapping = makeZip([holder, { name: 'x.csv', method: 0, content: 'people\n1', offset: 30 + 9 }]);
    expect(rulesOf(overlapping)).toEqual(['zip-files-apart']);
  });

  it('is refused when it is encrypted or packed in another way', () => {
    expect(rulesWith({ name: 'outcomes.txt', flags: 0x801 })).toEqual(['zip-files-readable']);
    expect(rulesWith({ name: 'outcomes.txt', method: 12 })).toEqual(['zip-files-readable']);
  });

  it('must be said alike at both ends', () => {
    for (const heading of [{ name: 'profiles.cvs' }, { size: 5 }, { method: 0 }]) {
      const entries = [HEADER_ENTRY, { name: 'profiles.csv', content: 'people\n1', heading }];
      expect(rulesOf(makeZip(entries))).toEqual(['zip-well-formed']);
    }
  });

  it('must be what its checksum and length say', () => {
    const good = { name: 'profiles.csv', content: 'people\n1' };
    for (const lie of [{ crc: 1 }, { size: 7 }, { size: 9 }, { packed: new Uint8Array([255, 1, 2]) }]) {
      expect(rulesOf(makeZip([HEADER_ENTRY, { ...good, ...lie }]))).toContain('zip-file-intact');
    }
  });

  it('is refused with anything before or after it', () => {
    expect(rulesOf(makeZip(ENTRIES, { before: 'MZ' }))).toEqual(['zip-well-formed']);
    expect(rulesOf(makeZip(ENTRIES, { after: 'x' }))).toEqual(['zip-well-formed']);
    expect(rulesOf(new TextEncoder().encode('profiles'))).toEqual(['zip-well-formed']);
    expect(rulesOf(new Uint8Array())).toEqual(['file-not-empty']);
  });

  it('is held to the encoding of text', () => {
    const utf16 = new Uint8Array(new Uint16Array([...'people'].map((letter) => letter.charCodeAt(0))).buffer);
    expect(rulesOf(makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: utf16 }]))).toEqual([
      'text-is-not-utf-16',
    ]);
    const windows = new Uint8Array([...'people\né\n'].map((letter) => letter.charCodeAt(0)));
    expect(rulesOf(makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: windows }]))).toContain(
      'text-is-utf-8',
    );
  });
});

describe('a zip made to do harm', () => {
  it('is not unpacked past the place where its table is no longer read', () => {
    const content = `people;sex\n${'1;female\n'.repeat(50_000)}`;
    const entry = { name: 'profiles.csv', content, crc: 1 };
    expect(rulesOf(makeZip([HEADER_ENTRY, entry]))).toEqual(['csv-separator-is-a-comma']);
    const bytes = new Uint8Array(200_000).fill(65);
    bytes.set([0xff, 0xfe]);
    const utf16 = { name: 'profiles.csv', content: bytes, crc: 1 };
    expect(rulesOf(makeZip([HEADER_ENTRY, utf16]))).toEqual(['text-is-not-utf-16']);
  });

  it('is stopped by what it unpacks to, not by what it says', () => {
    const zeros = new Uint8Array(30 * 1024 * 1024).fill(48);
    const bomb = makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: zeros, size: 100 }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(rulesOf(bomb)).toContain('zip-unpacks-to-a-bounded-size');
    const honest = makeZip([HEADER_ENTRY, { name: 'profiles.csv', content: zeros }]);
    expect(rulesOf(honest)).toContain('zip-unpacks-to-a-bounded-size');
  });

  it('is not kept beyond its limit', () => {
    const validator = createReturnValidator({ format: 'zip' });
    const piece = new Uint8Array(1024 * 1024);
    for (let sent = 0; sent <= MAXIMUM_ARCHIVE_BYTES; sent += piece.length) validator.write(piece);
    expect(validator.end().report.findings.map(({ rule }) => rule)).toEqual(['zip-not-too-large']);
  });

  it('may hold a thousand files and no more', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}`, content: '' }));
    expect(rulesOf(writeZip(many))).toEqual(['zip-not-too-large']);
  });

  it('is found wherever it is cut', () => {
    const bytes = writeCsvArchive(VALID_RETURN);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(validate(bytes.subarray(0, length)).report.result).toBe('invalid');
    }
  });

  it('never throws for a byte changed anywhere', () => {
    const bytes = makeZip(
      ENTRIES.map((entry) => ({ ...entry, content: String(entry.content).slice(0, 400) })),
    );
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ (1 << (at % 8));
      expect(() => validate(changed)).not.toThrow();
    }
  });
});
