import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DuckDBConnection } from '../../src/archive/duckdb.ts';
import { ServiceError } from '../../src/errors.ts';
import { type Engine, keepEngine } from '../../src/query/keep-engine.ts';

let folder: string;
let opened: DuckDBInstance[];
let engine: Engine;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-engine-'));
  opened = [];
  engine = keepEngine(openOne);
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** An engine of its own, on a real file: it is the writing of that which can be made to fail. */
async function openOne(): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(join(folder, `${opened.length}.db`));
  opened.push(instance);
  return instance;
}

async function one(connection: DuckDBConnection): Promise<unknown> {
  return (await connection.runAndReadAll('SELECT 1')).getRowsJS()[0]?.[0];
}

/** A FATAL error of DuckDB itself, which is told to give up in the middle of a checkpoint of its file. */
async function fail(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE TABLE t AS SELECT range AS i FROM range(10)');
  await connection.run("SET debug_checkpoint_abort = 'before_header'");
  await connection.run('CHECKPOINT');
}

it('opens one engine for all who ask, with the first who does', async () => {
  expect(opened).toHaveLength(0);
  expect(await Promise.all([engine.run(one), engine.run(one)])).toEqual([1, 1]);
  expect(opened).toHaveLength(1);
});

it('is unusable after a FATAL error without being opened again: so DuckDB says', async () => {
  const instance = await openOne();
  await expect(fail(await instance.connect())).rejects.toThrow('FATAL Error');
  await expect(one(await instance.connect())).rejects.toThrow('database has been invalidated');
  instance.closeSync();
});

it('answers the next question after a FATAL error, which is told and not tried again', async () => {
  await expect(engine.run(fail)).rejects.toThrow('FATAL Error');
  expect(opened).toHaveLength(1);
  expect(await Promise.all([engine.run(one), engine.run(one)])).toEqual([1, 1]);
  expect(opened).toHaveLength(2);
  await expect(engine.run(fail)).rejects.toThrow('FATAL Error');
  expect(await engine.run(one)).toBe(1);
  expect(opened).toHaveLength(3);
});

it('answers who was asking when another made the engine unusable', async () => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let failed: Promise<void> | undefined;
  const beside = engine.run(async (connection) => {
    const first = await one(connection);
    begin();
    await failed?.catch(() => undefined);
    return [first, await one(connection)];
  });
  failed = begun.then(() => engine.run(fail));
  await expect(failed).rejects.toThrow('FATAL Error');
  expect(await beside).toEqual([1, 1]);
  expect(opened).toHaveLength(2);
});

it('opens another where the one it has was closed', async () => {
  expect(await engine.run(one)).toBe(1);
  opened[0]?.closeSync();
  expect(await engine.run(one)).toBe(1);
  expect(opened).toHaveLength(2);
});

it.each([
  ['a statement that is wrong', (connection: DuckDBConnection) => connection.run('SELECT nothing')],
  ['a question that is given up', () => Promise.reject(new ServiceError('TIMEOUT', { en: 'x', cy: 'x' }))],
])('keeps its engine after %s', async (_, task) => {
  await expect(engine.run<unknown>(task)).rejects.toThrow();
  expect(await engine.run(one)).toBe(1);
  expect(opened).toHaveLength(1);
});

it('tries to open it again where that failed once', async () => {
  let isFirst = true;
  engine = keepEngine(async () => {
    if (!isFirst) return openOne();
    isFirst = false;
    return DuckDBInstance.create(join(folder, 'no', 'such', 'folder.db'));
  });
  await expect(engine.run(one)).rejects.toThrow('IO Error');
  expect(await engine.run(one)).toBe(1);
});
