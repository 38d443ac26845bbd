import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../src/standard/write/write-workbook.ts';
import { writeZip } from '../../../src/standard/write/write-zip.ts';

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );

describe('writeZip', () => {
  it('gives back what was put in, in the order given', () => {
    const bytes = writeZip([
      { name: 'b.csv', content: 'one' },
      { name: 'a/ŵ.txt', content: new Uint8Array([0, 255]), isStored: true },
    ]);
    expect(unzipSync(bytes)).toEqual({
      'b.csv': new TextEncoder().encode('one'),
      'a/ŵ.txt': new Uint8Array([0, 255]),
    });
    expect(Object.keys(unzipSync(bytes))).toEqual(['b.csv', 'a/ŵ.txt']);
  });

  it('writes the same bytes at any time', () => {
    const files = [{ name: 'profiles.csv', content: 'people\n1\n' }];
    const bytes = writeZip(files);
    expect(writeZip(files)).toEqual(bytes);
    // The date field of the first file: day 1, month 1, year 0 after 1980.
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it('refuses two files of one name', () => {
    const file = { name: '__proto__', content: '' };
    expect(() => writeZip([file, file])).toThrow(RangeError);
  });
});

describe('writeWorkbook', () => {
  const bytes = writeWorkbook([
    {
      name: 'profiles',
      frozenRows: 1,
      columns: [{ isText: true, width: 20 }, { choices: ['female', 'male'] }],
      rows: [
        ['age_band', 'sex', 'people'],
        ['2_3', '<a & "b">', 12],
        [null, true, -0.5],
      ],
    },
    { name: 'lists', rows: [], isHidden: true },
  ]);

  it('writes parts that are well-formed XML', () => {
    const parts = partsOf(bytes);
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet2.xml');
    for (const text of Object.values(parts)) {
      const parser = new SaxesParser({ xmlns: true });
      expect(() => parser.write(text).close()).not.toThrow();
    }
  });

  it('writes texts, numbers, choices and what is hidden', () => {
    const parts = partsOf(bytes);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain(
      '<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">2_3</t></is></c>' +
        '<c r="B2" t="inlineStr"><is><t xml:space="preserve">&lt;a &amp; &quot;b&quot;&gt;</t></is></c>' +
        '<c r="C2"><v>12</v></c>',
    );
    expect(sheet).toContain('sqref="B2:B100001"><formula1>&quot;female,male&quot;</formula1>');
    expect(parts['xl/workbook.xml']).toContain('name="lists" sheetId="2" state="hidden"');
  });

  it('writes what XML cannot hold in the way of workbooks', () => {
    const sheet = partsOf(writeWorkbook([{ name: 's', rows: [['a\u0000b', '_x0041_', '\ud800']] }]));
    expect(sheet['xl/worksheets/sheet1.xml']).toMatch(/>a_x0000_b<.*>_x005F_x0041_<.*>_xD800_</);
  });

  it('refuses sheets that no workbook can have', () => {
    for (const name of ['', 'a/b', 'x'.repeat(32)]) {
      expect(() => writeWorkbook([{ name, rows: [] }])).toThrow(RangeError);
    }
    expect(() => writeWorkbook([])).toThrow(RangeError);
    const twice = ['Sheet', 'sheet'].map((name) => ({ name, rows: [] }));
    expect(() => writeWorkbook(twice)).toThrow(RangeError);
    expect(() => writeWorkbook([{ name: 's', rows: [[Number.NaN]] }])).toThrow(RangeError);
  });
});
