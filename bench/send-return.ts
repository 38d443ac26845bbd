import { request } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Sent {
  readonly path: string;
  readonly type: string;
  readonly key?: string;
  body(): Readable;
}

/** Sends one return and says what came of it and how long it took. */
export async function sendReturn(
  port: number,
  { path, type, key, body }: Sent,
): Promise<{ words: string; seconds: number }> {
  const start = performance.now();
  const answer = await new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': type, ...(key ? { authorization: `Bearer ${key}` } : {}) };
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
      text(response).then((words) => resolve(`${response.statusCode} ${wordsOf(words)}`), reject);
    });
    sent.on('error', reject);
    body().pipe(sent);
  });
  return { words: answer, seconds: (performance.now() - start) / 1000 };
}

function wordsOf(answer: string): string {
  const { result, state, tables, code } = JSON.parse(answer) as Record<string, unknown>;
  const [table] = (tables ?? []) as { outcome: string; rows: number }[];
  return [result ?? state ?? code, table?.outcome, table?.rows]
    .filter((part) => part !== undefined)
    .join(' ');
}
