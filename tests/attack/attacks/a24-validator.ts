import { USUAL_LIMITS } from '../../../src/http/limits.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { startApp, type TestApp } from '../../http/start-app.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../../release/small-return.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { openReleaseHouse } from '../../support/published-wales.ts';
import { type Attack, atLeast, exactly, headline, ownNoise } from '../attack.ts';

export const attack: Attack = {
  id: 'A24',
  title: 'The validator as an oracle',
  tried:
    'A validator that looked at what is stored would answer guesses: "this is what they sent", "this jumps from last quarter". Returns that are stored, the same with one person more, those of the next quarter, of another organisation and with rows taken out are put to the open validator of two services, one whose database holds the returns and one whose database is empty. Their answers, headers included, must be the same bytes.',
  noise: ownNoise,
  async run({ country, server }) {
    const calls = country.plan.size === 'small' ? 40 : 1_000;
    const full = await openReleaseHouse(TWO_SERVICES, server);
    const empty = await openReleaseHouse(TWO_SERVICES, server);
    const stored = ['2025-Q3', '2025-Q4'].flatMap((period) => [
      smallReturn('7A7', period, peopleIn({ W06000023: 37 })),
      smallReturn('7A4', period, peopleIn({ W06000015: 53, W06000014: 21 })),
    ]);
    await full.accept(stored);
    const limits = { ...USUAL_LIMITS, requestsPerMinute: 0 };
    const services = [
      await startApp({ submitter: full.open, limits }),
      await startApp({ submitter: empty.open, limits }),
    ] as const;
    try {
      const random = randomFrom(24);
      let different = 0;
      const answers = new Set<string>();
      for (let call = 0; call < calls; call += 1) {
        const guess = guessAt(stored[call % stored.length] as Return, random);
        const [one, other] = await Promise.all(services.map((service) => validate(service, guess)));
        answers.add(String(one));
        if (one !== other) different += 1;
      }
      return [
        atLeast('calls to each validator', calls, 40),
        atLeast('different answers among them', answers.size, 3),
        headline(exactly('answers that depend on what is stored', different, 0)),
      ];
    } finally {
      for (const service of services) await service.close();
      await full.close();
      await empty.close();
    }
  },
};

/** A stored return, or one that is near to it. */
function guessAt(document: Return, random: () => number): Return {
  const rows = document.tables.profiles ?? [];
  const by = Math.floor(random() * 40) - 20;
  const moved = rows.map((row) => ({
    ...row,
    people: Math.max(0, row.people + by),
    people_first_in_year: 0,
  }));
  const next = smallReturn(document.submitter === '7A7' ? '7A7' : '7A4', '2026-Q1', rows);
  const kinds: readonly Return[] = [
    document,
    { ...document, tables: { profiles: moved } },
    { ...next, tables: { profiles: moved } },
    { ...document, tables: { profiles: rows.slice(1) } },
    { ...document, tables: { profiles: [...rows, ...rows] } },
    { ...document, submitter: '7A1' },
  ];
  return kinds[Math.floor(random() * kinds.length)] as Return;
}

/** Headers that differ from call to call whatever is asked. */
const OF_THE_CALL = ['date', 'x-request-id', 'request-id', 'keep-alive'];

async function validate({ port }: TestApp, document: Return): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/validate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  const headers = [...response.headers].filter(
    ([name]) => !OF_THE_CALL.includes(name) && !name.startsWith('ratelimit'),
  );
  return JSON.stringify([response.status, headers, await response.text()]);
}
