import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  filesOfVersion,
  layerVersions,
} from '../../../src/standard/versions/layer-versions.ts';
import { schemaFiles, versionFiles } from './schema-files.ts';

describe('layerVersions', () => {
  it('takes every file that a version does not hold from the one it extends', () => {
    expect([...versionFiles('1.1').keys()].sort()).toEqual([...versionFiles('1.0').keys()].sort());
  });

  it('gives what is inherited the address and the number of the version that inherits it', () => {
    const files = versionFiles('1.1');
    const addresses = [...files.values()].join('\n').match(/\/schema\/[0-9]+\.[0-9]+\//g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['/schema/1.1/']));
    const envelope = JSON.parse(files.get('return.schema.json') as string);
    expect(envelope.properties.schema_version).toMatchObject({ const: '1.1', examples: ['1.1'] });
  });

  it('leaves a version that extends nothing as it is', () => {
    const files = schemaFiles();
    for (const [path, text] of versionFiles('1.0')) expect(files.get(`1.0/${path}`)).toBe(text);
  });

  it('layers over several versions, the nearest first', () => {
    const whole = layerVersions(
      new Map([
        ['1.0/a.csv', 'a0'],
        ['1.0/b.csv', 'b0'],
        ['1.0/c.csv', 'c0'],
        ['1.9/changes.json', '{"extends":"1.0"}'],
        ['1.9/b.csv', 'b9'],
        ['1.10/changes.json', '{"extends":"1.9"}'],
        ['1.10/c.csv', 'c10'],
      ]),
    );
    expect(Object.fromEntries(filesOfVersion(whole, '1.10'))).toEqual({
      'a.csv': 'a0',
      'b.csv': 'b9',
      'c.csv': 'c10',
    });
  });

  it.each([
    ['a version that is not there', '{"extends":"1.2"}'],
    ['itself', '{"extends":"1.1"}'],
    ['a path', '{"extends":"../../etc"}'],
    ['nothing', '{}'],
    ['a number', '{"extends":1.0}'],
  ])('refuses a version that extends %s', (_, changes) => {
    const files = new Map([
      ['1.0/a.csv', ''],
      ['1.1/changes.json', changes],
    ]);
    expect(() => layerVersions(files)).toThrow(RangeError);
  });
});

it('counts versions by number, not by letter', () => {
  expect(['1.10', '1.2', '2.0', '1.9', '1.0'].sort(compareVersions)).toEqual([
    '1.0',
    '1.2',
    '1.9',
    '1.10',
    '2.0',
  ]);
});
