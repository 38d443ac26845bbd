import { openArchive } from '../../../src/archive/archive.ts';
import { USUAL_LIMITS } from '../../../src/http/limits.ts';
import { openCellSource } from '../../../src/query/cell-source.ts';
import { startApp } from '../../http/start-app.ts';
import type { Country } from './open-country.ts';

/** What came back over the socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The public service over a release of a country, on a socket of its own. */
export interface PublicService {
  readonly release: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** The bytes of a file. */
  download(path: string): Promise<Uint8Array>;
  /** Every line of the log so far, one text. */
  log(): string;
  close(): Promise<void>;
}

/** @param noiseSeed - The noise of the release that is served; the first unless given. */
export async function serveCountry(country: Country, noiseSeed?: number): Promise<PublicService> {
  const { archiveDir, release } = country.published(noiseSeed);
  const source = openCellSource(openArchive(archiveDir));
  const app = await startApp({ source, limits: { ...USUAL_LIMITS, requestsPerMinute: 0 } });
  const address = (path: string) => `http://127.0.0.1:${app.port}${path}`;
  return {
    release,
    async get(path, headers = {}) {
      // Between two questions an attack may work for longer than a connection is held open.
      const response = await fetch(address(path), {
        headers: { ...headers, connection: 'close' },
        redirect: 'manual',
      });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
    async download(path) {
      const response = await fetch(address(path), { headers: { connection: 'close' } });
      return new Uint8Array(await response.arrayBuffer());
    },
    log: app.log,
    async close() {
      await app.close();
      await source.close();
    },
  };
}
