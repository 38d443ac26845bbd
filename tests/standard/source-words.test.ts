import { describe, expect, it } from 'vitest';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { sourceIn } from '../../src/standard/source-words.ts';

describe('the source of a rule', () => {
  it.each([
    ['counting rules, section 6', 'rheolau cyfrif, adran 6'],
    ['counting rules, sections 6 and 8', 'rheolau cyfrif, adrannau 6 ac 8'],
    ['this standard, core dataset, principle 9', 'y safon hon, set ddata graidd, egwyddor 9'],
    [
      'outcome rules of this standard, rule 3; Bhatia and Davis, 2000',
      'rheolau canlyniadau y safon hon, rheol 3; Bhatia and Davis, 2000',
    ],
    ['RFC 4180, section 2', 'RFC 4180, adran 2'],
  ])('%s is named in Welsh too', (source, welsh) => {
    expect(sourceIn('cy', source)).toBe(welsh);
    expect(sourceIn('en', source)).toBe(source);
  });

  it('has no English name of our own documents in Welsh, whatever the rule', () => {
    const english =
      /this standard|core dataset|counting rules|outcome rules|regist(?:ry|er)|judgement|\bsections?\b/;
    const left = RULE_CATALOGUE.map(({ source }) => sourceIn('cy', source)).filter((each) =>
      english.test(each),
    );
    expect(left).toEqual([]);
  });

  it('must have Welsh words for each part of our own documents', () => {
    expect(() => sourceIn('cy', 'core dataset, a part without a name')).toThrow('a part without a name');
  });
});
