import { expect, it } from 'vitest';
import { returnParameters } from '../../src/http/return-parameters.ts';
import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import { headerFromParameters } from '../../src/standard/read/header-from-parameters.ts';

const documented = Object.entries(returnParameters()) as [string, { description: string; 'x-cy': object }][];
const header = Object.keys(SCHEMAS['/schema/1.0/return.schema.json']?.properties as object);

it.each(documented.map(([name]) => name))('%s is read into a field that the header has', (name) => {
  const [field] = Object.keys(headerFromParameters({ [name]: 'x' }));
  expect(header).toContain(field);
});

it('describes every parameter in both languages', () => {
  expect(documented.length).toBeGreaterThan(30);
  for (const [, parameter] of documented) {
    expect(parameter).toMatchObject({
      description: expect.any(String),
      'x-cy': { description: expect.any(String) },
    });
  }
});

it('covers every field that the header must have', () => {
  const names = documented.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['submitter', 'period', 'services_included', 'areas_complete', 'profiles_nil']),
  );
});
