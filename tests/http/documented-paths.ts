import { readFile } from 'node:fs/promises';
import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly example?: string;
}

interface Operation {
  readonly security: readonly unknown[];
  readonly parameters?: readonly DocumentedParameter[];
}

/** One address of the OpenAPI document that anyone may GET. */
export interface DocumentedPath {
  readonly path: string;
  readonly methods: readonly string[];
  readonly parameters: readonly DocumentedParameter[];
}

const DOCUMENT = JSON.parse(
  await readFile(new URL('../../openapi/openapi.en.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };

export const OPEN_PATHS: readonly DocumentedPath[] = Object.entries(DOCUMENT.paths).flatMap(
  ([path, operations]) => {
    const { get } = operations;
    if (get === undefined || get.security.length > 0) return [];
    return [{ path, methods: Object.keys(operations), parameters: get.parameters ?? [] }];
  },
);

/** Something that stands at each address whose path has parts left open. */
export function standingAt(path: string, release: string): string {
  return path
    .replace('files/tables/{file}', 'files/tables/profiles.parquet')
    .replace('files/cells/{table}/{period}/{file}', 'files/cells/table=profiles/period=2026-Q1/cells.parquet')
    .replace('{version}', '1.0')
    .replace('{folder}', 'tables')
    .replace('{file}', path.includes('{folder}') ? 'profiles.schema.json' : 'return.schema.json')
    .replace('{code}', 'INTERNAL')
    .replace('{table}', 'profiles')
    .replace('{id}', exampleOf(path) ?? release);
}

function exampleOf(path: string): string | undefined {
  return DOCUMENT.paths[path]?.get?.parameters?.find(({ name }) => name === 'id')?.example;
}

export interface SocketAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 4 });

/** Asks over a real socket, the path as it is written. */
export function askSocket(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<SocketAnswer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path, method, headers, agent: AGENT };
    send(options, (response) => {
      buffer(response)
        .then((body) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: String(body) }),
        )
        .catch(reject);
    })
      .on('error', reject)
      .end();
  });
}
