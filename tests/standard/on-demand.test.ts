import { describe, expect, it } from 'vitest';
import { onDemand, parsedOnDemand } from '../../src/standard/on-demand.ts';

describe('onDemand', () => {
  it('makes a member when it is first read, once, and none that is not read', () => {
    const made: string[] = [];
    const record = onDemand(['one', 'two'], (name) => {
      made.push(name);
      return { name };
    });
    expect(made).toEqual([]);
    expect(record.two).toBe(record.two);
    expect(made).toEqual(['two']);
  });

  it('gives a record like any other: its members are listed, copied and compared', () => {
    const record = onDemand(['one', 'two'], (name) => name.length);
    expect(Object.keys(record)).toEqual(['one', 'two']);
    expect(Object.hasOwn(record, 'one')).toBe(true);
    expect({ ...record }).toEqual({ one: 3, two: 3 });
    expect(JSON.stringify(record)).toBe('{"one":3,"two":3}');
    expect((record as Record<string, unknown>).constructor).toBe(Object);
  });

  it('asks again for a member that could not be made', () => {
    let asked = 0;
    const record = onDemand(['one'], () => {
      asked += 1;
      if (asked === 1) throw new RangeError('not yet');
      return asked;
    });
    expect(() => record.one).toThrow('not yet');
    expect(record.one).toBe(2);
  });
});

describe('parsedOnDemand', () => {
  it('gives what the JSON of a member says, and complains of JSON that is none only when it is read', () => {
    const record = parsedOnDemand<string, unknown>({ good: '{"a":[1,null]}', bad: '{' });
    expect(record.good).toEqual({ a: [1, null] });
    expect(() => record.bad).toThrow(SyntaxError);
  });
});
