import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns, inTurn, type Turns, type TurnTaker } from '../../src/ingest/turns.ts';

const Q1 = '2025-Q1';
const Q2 = '2025-Q2';

/** Who has their turn, and how each of them ends it. */
function line(turns: Turns) {
  const begun = new Map<string, () => void>();
  const ask = (name: string, who: TurnTaker, gone?: AbortSignal) =>
    turns.take(who, gone).then((end) => {
      begun.set(name, end);
    });
  return {
    ask,
    end(name: string) {
      begun.get(name)?.();
      begun.delete(name);
    },
    async begun() {
      await breathe();
      return [...begun.keys()];
    },
  };
}

describe('returns of one organisation and period', () => {
  it('have their turn one after the other, in the order in which they came', async () => {
    const { ask, end, begun } = line(createTurns());
    for (const name of ['first', 'second', 'third']) ask(name, { organisation: '7A7', period: Q1 });
    for (const name of ['first', 'second', 'third']) {
      expect(await begun()).toEqual([name]);
      end(name);
    }
    expect(await begun()).toEqual([]);
  });

  it('go on when one of them fails', async () => {
    const turns = createTurns();
    const who = { organisation: '7A7', period: Q1 };
    const failed = inTurn(turns, who, () => Promise.reject(new Error('no')));
    const next = inTurn(turns, who, async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});

it('lets an organisation have only so many turns at once, and another have its own meanwhile', async () => {
  const { ask, begun } = line(createTurns({ atOnce: 3, ofOrganisation: 2, forFirst: 0 }));
  for (const period of [Q1, Q2, '2025-Q3', '2025-Q4']) ask(`7A7 ${period}`, { organisation: '7A7', period });
  ask('7A1', { organisation: '7A1', period: Q1 });
  ask('7A3', { organisation: '7A3', period: Q1 });
  expect(await begun()).toEqual(['7A7 2025-Q1', '7A7 2025-Q2', '7A1']);
});

it('keeps the last turns for organisations that have none, and gives the next to whoever has the fewest', async () => {
  const { ask, end, begun } = line(
    createTurns({ atOnce: 4, ofOrganisation: 3, forFirst: 1, waitMs: 60_000 }),
  );
  const periods = [Q1, Q2, '2025-Q3', '2025-Q4'];
  for (const organisation of ['7A7', '7A1']) {
    for (const period of periods) ask(`${organisation} ${period}`, { organisation, period });
  }
  const three = ['7A7 2025-Q1', '7A7 2025-Q2', '7A7 2025-Q3'];
  // The fourth is the first of another organisation; a second one of it would leave none for a third.
  expect(await begun()).toEqual([...three, '7A1 2025-Q1']);
  ask('7A3 2025-Q1', { organisation: '7A3', period: Q1 });
  end('7A7 2025-Q1');
  expect(await begun()).toEqual([...three.slice(1), '7A1 2025-Q1', '7A3 2025-Q1']);
  // Nobody waits any more who has none, and both have one: whoever came first.
  end('7A7 2025-Q2');
  end('7A3 2025-Q1');
  expect(await begun()).toEqual(['7A7 2025-Q3', '7A1 2025-Q1', '7A7 2025-Q4']);
});

it('tells an organisation to come again of which too many wait, and nobody else', async () => {
  const turns = createTurns({ waiting: 2 });
  const { ask } = line(turns);
  for (const name of ['runs', 'waits', 'waits too']) ask(name, { organisation: '7A7', period: Q1 });
  await expect(turns.take({ organisation: '7A7', period: Q2 })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    headers: { 'retry-after': '10' },
  });
  await expect(turns.take({ organisation: '7A1', period: Q1 })).resolves.toBeTypeOf('function');
});

it('forgets who has gone while waiting', async () => {
  const { ask, end, begun } = line(createTurns());
  const gone = new AbortController();
  const who = { organisation: '7A7', period: Q1 };
  ask('runs', who);
  const left = ask('leaves', who, gone.signal);
  ask('waits', who);
  gone.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  end('runs');
  expect(await begun()).toEqual(['waits']);
});

it('tells a return to come again that waits too long, and lets those go on that came after it', async () => {
  const { ask, end, begun } = line(createTurns({ waitMs: 20 }));
  ask('runs', { organisation: '7A7', period: Q1 });
  await expect(ask('waits', { organisation: '7A7', period: Q1 })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    detail: { cy: expect.stringContaining('yn nes ymlaen') },
  });
  ask('comes later', { organisation: '7A7', period: Q1 });
  end('runs');
  expect(await begun()).toEqual(['comes later']);
});
