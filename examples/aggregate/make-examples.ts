/**
 * Writes the invented exports of the three example systems. Nobody in them exists; the same seed gives the same
 * bytes. Run: npx tsx examples/aggregate/make-examples.ts
 */
import { writeFile } from 'node:fs/promises';
import { dayOfIso, isoOf } from '../../src/standard/aggregate/day.ts';
import { type Random, randomOf } from '../../src/standard/synthesise/random.ts';

const FOLDER = new URL('./', import.meta.url);
const FIRST = dayOfIso('2026-01-05');
/** From the first referral to the day of the export. */
const SPAN = 190;
const EXPORT = dayOfIso('2026-07-20');

/** The days of one invented episode; null for what has not happened by the day of the export. */
interface Course {
  readonly received: number;
  readonly accepted: number | null;
  readonly contact: number | null;
  readonly conversation: number | null;
  readonly plan: number | null;
  readonly closed: number | null;
}

function courseOf(random: Random, received = FIRST + random.below(SPAN)): Course {
  const after = (day: number | null, share: number, least: number, spread: number): number | null => {
    if (day === null || !random.chance(share)) return null;
    const next = day + least + random.below(spread);
    return next <= EXPORT ? next : null;
  };
  const accepted = after(received, 900, 0, 6);
  const contact = after(accepted, 950, 1, 14);
  const conversation = after(contact, 900, 0, 20);
  const plan = after(conversation, 850, 0, 10);
  const closed = after(conversation ?? accepted, 750, 25, 70);
  return { received, accepted, contact, conversation, plan, closed };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.below(items.length)] as Item;
}

function iso(day: number | null): string {
  return day === null ? '' : isoOf(day);
}

function british(day: number | null): string {
  return isoOf(day ?? 0).split('-').reverse().join('/');
}

function csv(rows: readonly (readonly (string | number)[])[], separator: string): string {
  const cell = (value: string | number) => {
    const text = String(value);
    return text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

/** One wide file in Welsh: ages, authorities by name, reasons separated by semicolons, scores in columns. */
function systemA(): string {
  const random = randomOf('system-a', 1);
  const rows: (string | number)[][] = [
    [
      ...['Cyfeirnod', 'Enw', 'Dyddiad atgyfeirio', 'Ffynhonnell yr atgyfeiriad', 'Dyddiad derbyn'],
      ...['Cyswllt cyntaf', 'Dyddiad y sgwrs', 'Dyddiad y cynllun', 'Dyddiad cau', 'Rheswm dros gau'],
      ...['Nifer y cysylltiadau', 'Oed', 'Rhyw', 'Awdurdod lleol', 'Cwintel', 'Trefol neu wledig'],
      ...['Grŵp ethnig', 'Anabledd', 'Gofal di-dâl', 'Statws gwaith', 'Dewis iaith', 'Cynnig rhagweithiol'],
      ...['Iaith y cymorth', 'Rhesymau', 'Prif reswm', 'Sgôr 1: dyddiad', 'Sgôr 1', 'Sgôr 2: dyddiad', 'Sgôr 2'],
    ],
  ];
  for (let number = 1; number <= 70; number += 1) {
    const course = courseOf(random);
    const needs = [...new Set([pick(random, NEEDS_CY), pick(random, NEEDS_CY)])];
    const chosen = pick(random, ['Cymraeg', 'Saesneg', 'Saesneg', 'Ddim yn hysbys']);
    const scored = course.conversation !== null && random.chance(800);
    const again = scored && course.closed !== null && random.chance(750);
    const age = 14 + random.below(78);
    const work = age < 16 ? '' : pick(random, ['Gweithio', 'Wedi ymddeol', 'Myfyriwr, ddim yn gweithio', 'Dim gwybodaeth']);
    rows.push([
      ...[`A${1000 + number}`, `Person Dychmygol ${number}`, iso(course.received), pick(random, SOURCES_CY), iso(course.accepted)],
      ...[iso(course.contact), iso(course.conversation), iso(course.plan), iso(course.closed)],
      course.closed === null ? '' : pick(random, ["Cynllun wedi'i gwblhau", 'Methu cysylltu', 'Wedi symud i ffwrdd']),
      course.contact === null ? 0 : 1 + random.below(12),
      age,
      pick(random, ['Benyw', 'Benyw', 'Gwryw', 'Wedi dewis peidio â dweud']),
      pick(random, ['Ceredigion', 'Sir Benfro', 'Sir Gaerfyrddin', '']),
      pick(random, ['1', '2', '3', '4', '5', '']),
      pick(random, ['Gwledig', 'Gwledig', 'Trefol']),
      pick(random, ['Gwyn', 'Gwyn', 'Gwyn', 'Asiaidd', 'Dim gwybodaeth']),
      pick(random, ['Yn anabl', 'Ddim yn anabl', 'Dim gwybodaeth']),
      pick(random, ['Gofalwr', 'Ddim yn ofalwr', 'Dim gwybodaeth']),
      work,
      chosen,
      chosen === 'Ddim yn hysbys' ? 'Na' : 'Ie',
      course.conversation === null ? '' : pick(random, ['Cymraeg', 'Saesneg']),
      needs.join('; '),
      needs[0] as string,
      ...(scored ? [iso(course.conversation), 3 + random.below(7)] : ['', '']),
      ...(again ? [iso((course.closed as number) - random.below(8)), 3 + random.below(7)] : ['', '']),
    ]);
  }
  return csv(rows, ',');
}

const NEEDS_CY = ['Llesiant meddyliol', 'Unigrwydd neu ynysu', 'Arian, dyled neu fudd-daliadau', 'Bwyd', 'Trafnidiaeth'];
const SOURCES_CY = ['Meddygfa', 'Meddygfa', 'Hunanatgyfeiriad', 'Fferyllfa', 'Cyngor arall'];

interface Exports {
  readonly cases: string;
  readonly connections: string;
  readonly scores: string;
}

/** Three files with semicolons and British dates: cases with dates of birth and postcodes, connections, scores. */
function systemB(): Exports {
  const random = randomOf('system-b', 1);
  const cases: (string | number)[][] = [
    [
      ...['Client ref', 'Project', 'Referred on', 'Referrer', 'Status', 'Status date', 'First contact', 'What matters date'],
      ...['Plan agreed', 'Closed on', 'Why closed', 'Sessions', 'DOB', 'Gender', 'Postcode', 'Ethnicity', 'Disabled?'],
      ...['Carer', 'Work', 'Language', 'Welsh service', 'Reasons', 'Main reason', 'Worker'],
    ],
  ];
  const connections: (string | number)[][] = [
    ['Client ref', 'Project', 'Date', 'Activity', 'How', 'Where', 'Attended', 'Reason not', 'Provider', 'Quality mark'],
  ];
  const scores: (string | number)[][] = [['Client ref', 'Tool', 'Date', 'Score', 'Completed by']];
  const addConnections = (person: string, project: string, course: Course) => {
    if (course.plan === null) return;
    for (let made = random.below(6); made > 0; made -= 1) {
      const attended = pick(random, ['Yes', 'Yes', 'No', 'Waiting', '']);
      connections.push([
        ...[person, project, `${british(Math.min(EXPORT, course.plan + random.below(20)))} 10:${10 + random.below(50)}`],
        pick(random, ['Walking group', 'Befriending', 'Money and benefits advice', 'Digital skills', 'Transport scheme']),
        pick(random, ['Told about it', 'Introduced', 'Went along']),
        pick(random, ['In person', 'Online', 'Telephone']),
        attended,
        attended === 'No' ? pick(random, ['No transport', 'Cost', 'Changed their mind']) : '',
        ...[`P${1 + random.below(9)}`, pick(random, ['Yes', 'No', ''])],
      ]);
    }
  };
  const addScores = (person: string, course: Course) => {
    if (course.conversation === null || !random.chance(800)) return;
    const by = pick(random, ['Self', 'With worker']);
    scores.push([person, 'UCLA', british(course.conversation), 3 + random.below(7), by]);
    if (course.closed === null || !random.chance(750)) return;
    scores.push([person, 'UCLA', british(course.closed), 3 + random.below(7), by]);
  };
  for (let number = 1; number <= 60; number += 1) {
    const person = `B${2000 + number}`;
    const project = pick(random, ['North', 'South']);
    const course = courseOf(random);
    const row = (each: Course) => [
      ...[person, project, british(each.received), pick(random, ['GP', 'GP', 'Self', 'A&E', 'Social services'])],
      each.accepted === null ? pick(random, ['Pending', 'Declined by client']) : 'Accepted',
      each.accepted === null ? british(each.received + 3) : british(each.accepted),
      ...[each.contact, each.conversation, each.plan, each.closed].map((day) => (day === null ? '' : british(day))),
      each.closed === null ? '' : pick(random, ['Plan complete', 'Lost contact', 'Other']),
      each.contact === null ? 0 : 1 + random.below(9),
      `${String(1 + random.below(28)).padStart(2, '0')}/${String(1 + random.below(12)).padStart(2, '0')}/${1936 + random.below(70)}`,
      pick(random, ['F', 'F', 'M', 'Prefer not to say']),
      `ZZ${1 + random.below(5)} ${random.below(10)}ZZ`,
      pick(random, ['White - British', 'White - British', 'Asian', 'Not recorded']),
      pick(random, ['Y', 'N', '']),
      pick(random, ['Y', 'N', '']),
      pick(random, ['Working', 'Retired', 'Not working', '']),
      pick(random, ['English', 'English', 'Welsh', '']),
      pick(random, ['Not offered', 'Chose English', 'Welsh throughout', '']),
      [...new Set([pick(random, NEEDS_EN), pick(random, NEEDS_EN)])].join(', '),
      pick(random, NEEDS_EN),
      `Worker ${1 + random.below(4)}`,
    ];
    cases.push(row(course));
    addConnections(person, project, course);
    addScores(person, course);
    // Somebody comes back: within 28 days the same episode, later another.
    if (course.closed !== null && number % 6 === 0) {
      const again = courseOf(random, course.closed + (number % 12 === 0 ? 20 : 40));
      if (again.received <= EXPORT) {
        cases.push(row(again));
        addConnections(person, project, again);
      }
    }
  }
  return { cases: csv(cases, ';'), connections: csv(connections, ';'), scores: csv(scores, ';') };
}

const NEEDS_EN = ['Loneliness', 'Mental wellbeing', 'Money', 'Housing', 'Being active'];

/** Cases and answers to the seven items of a questionnaire; half of the people are known to system B too. */
function systemC(): Pick<Exports, 'cases' | 'scores'> {
  const random = randomOf('system-c', 1);
  const cases: (string | number)[][] = [
    ['person', 'received', 'source', 'accepted', 'conversation', 'closed', 'reason', 'age', 'sex', 'county', 'fifth', 'need'],
  ];
  const scores: (string | number)[][] = [['person', 'date', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'mode']];
  for (let number = 1; number <= 40; number += 1) {
    const person = number <= 20 ? `B${2000 + number * 3}` : `C${3000 + number}`;
    const course = courseOf(random);
    cases.push([
      ...[person, iso(course.received), pick(random, ['gp_practice', 'self', 'police', 'housing_provider'])],
      ...[iso(course.accepted), iso(course.conversation), iso(course.closed)],
      course.closed === null ? '' : pick(random, ['plan_complete', 'could_not_contact']),
      ...[18 + random.below(70), pick(random, ['female', 'male', '']), 'Powys', pick(random, ['q1', 'q2', 'q3', ''])],
      pick(random, ['food', 'caring', 'transport', 'mental_wellbeing']),
    ]);
    if (course.conversation === null || !random.chance(850)) continue;
    const answers = () => Array.from({ length: 7 }, () => 1 + random.below(5));
    scores.push([person, iso(course.conversation), ...answers(), pick(random, ['self', 'assisted'])]);
    if (course.closed !== null) scores.push([person, iso(course.closed), ...answers(), 'self']);
  }
  return { cases: csv(cases, ','), scores: csv(scores, ',') };
}

/** Postcodes that no address has, with places in Powys. */
function postcodes(): string {
  const rows: string[][] = [['pcds', 'laua', 'imd', 'ru11ind']];
  for (let sector = 1; sector <= 5; sector += 1) {
    for (let unit = 0; unit < 9; unit += 1) {
      const rank = String(1 + ((sector * 389 + unit * 41) % 1909));
      rows.push([`ZZ${sector} ${unit}ZZ`, unit === 8 ? 'E06000019' : 'W06000023', rank, unit % 2 === 0 ? 'E1' : 'C1']);
    }
  }
  return csv(rows, ',');
}

const b = systemB();
const c = systemC();
await Promise.all(
  Object.entries({
    'system-a/achosion.csv': systemA(),
    'system-b/cases.csv': b.cases,
    'system-b/connections.csv': b.connections,
    'system-b/scores.csv': b.scores,
    'system-b/postcodes.csv': postcodes(),
    'system-c/cases.csv': c.cases,
    'system-c/scores.csv': c.scores,
  }).map(([path, content]) => writeFile(new URL(path, FOLDER), content)),
);
