import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../src/standard/collect-findings.ts';
import type { Location } from '../../src/standard/finding.ts';
import type { RuleText } from '../../src/standard/rules/rule.ts';

function rule(id: string, tier: RuleText['tier'] = 'error'): RuleText {
  const text = { en: `English ${id} {list}`, cy: `Cymraeg ${id} {list}` };
  return { id, tier, since: '1.0', message: text, why: text, remedy: text, source: 'test' };
}

function at(pointer: string): Location {
  return { pointer, row: null, column: null, value: null, suggestion: null };
}

describe('collectFindings', () => {
  it('gathers places by rule and path, counts them all and keeps the first ten', () => {
    const collector = collectFindings();
    for (let row = 0; row < 25; row += 1) collector.add(rule('a'), '/x', () => at(`/${row}`));
    collector.add(rule('a'), '/y', () => at('/z'));
    const [first, second] = collector.findings();
    expect([first?.count, second?.count]).toEqual([25, 1]);
    expect(first?.locations.map((location) => location.pointer)).toEqual([
      '/0',
      '/1',
      '/2',
      '/3',
      '/4',
      '/5',
      '/6',
      '/7',
      '/8',
      '/9',
    ]);
  });

  it('asks for no place that it will not list', () => {
    const collector = collectFindings();
    let asked = 0;
    for (let row = 0; row < 1_000; row += 1) {
      collector.add(rule('a'), '/x', () => {
        asked += 1;
        return at('/');
      });
    }
    expect(asked).toBe(10);
  });

  it('puts errors first, then what is to be confirmed, then advice; within each by rule, then by path', () => {
    const collector = collectFindings();
    const add = (id: string, tier: RuleText['tier'], path: string) =>
      collector.add(rule(id, tier), path, () => at(path));
    add('b', 'advice', '/1');
    add('z', 'error', '/2');
    add('a', 'verify', '/3');
    add('y', 'error', '/5');
    add('y', 'error', '/4');
    expect(collector.findings().map(({ rule: id, path }) => id + path)).toEqual([
      'y/4',
      'y/5',
      'z/2',
      'a/3',
      'b/1',
    ]);
  });

  it('fills in the names in braces, and keeps findings that differ in words apart', () => {
    const collector = collectFindings();
    const list = (en: string, cy: string) => ({ list: { en, cy } });
    collector.add(rule('a'), '/x', () => at('/1'), list('sex', 'rhyw'));
    collector.add(rule('a'), '/x', () => at('/2'), list('age $& $1', 'oed'));
    collector.add(rule('a'), '/x', () => at('/3'), list('sex', 'rhyw'));
    expect(collector.findings().map(({ message, count }) => [message.en, message.cy, count])).toEqual([
      ['English a age $& $1', 'Cymraeg a oed', 1],
      ['English a sex', 'Cymraeg a rhyw', 2],
    ]);
  });

  it('takes many places at once', () => {
    const collector = collectFindings();
    collector.add(rule('a'), '/x', () => at('/0'));
    collector.addMany(
      rule('a'),
      '/x',
      500,
      Array.from({ length: 12 }, (_, row) => at(`/${row}`)),
    );
    const [finding] = collector.findings();
    expect([finding?.count, finding?.locations.length]).toEqual([501, 10]);
  });

  it('lists at most a thousand kinds of fault and says how many places it left out, as an error', () => {
    const collector = collectFindings();
    for (let kind = 0; kind < 1_500; kind += 1) collector.add(rule('a', 'advice'), `/${kind}`, () => at('/'));
    collector.addMany(rule('a', 'advice'), '/more', 7, []);
    collector.add(rule('a', 'advice'), '/3', () => at('/'));
    const findings = collector.findings();
    expect(findings).toHaveLength(1_001);
    expect(findings[0]).toMatchObject({
      rule: 'kinds-of-fault-limited',
      tier: 'error',
      path: '',
      count: 507,
    });
    expect(findings.find(({ path }) => path === '/3')?.count).toBe(2);
  });
});
