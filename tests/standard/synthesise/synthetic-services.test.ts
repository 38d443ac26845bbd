import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { validateService } from '../../../src/standard/generated/validators/service.js';
import { syntheticServices } from '../../../src/standard/synthesise/synthetic-services.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';

const FILE = 'examples/services/wales.json';

describe('the synthetic services register', () => {
  it('is the example in examples/services (if not: npx spcd synthesise --quarters 1, then copy services.json)', async () => {
    expect(await readFile(FILE, 'utf8')).toBe(`${JSON.stringify(syntheticServices(), null, 2)}\n`);
  });

  it('meets the schema of a service, entry by entry, and repeats no id', () => {
    const services = syntheticServices();
    for (const service of services) expect(validateService(service), service.id).toBe(true);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it('covers each authority of every board, and says of each service in both languages that it is invented', () => {
    const services = syntheticServices();
    for (const board of WELSH_BOARDS) {
      const own = services.filter((service) => service.submitter === board.submitter);
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(new Set(own.flatMap((service) => service.areas))).toEqual(
        new Set(Object.keys(board.authorities)),
      );
    }
    for (const { id, name } of services) {
      expect(id).toMatch(/^synthetic-/);
      expect(name.en).toContain('(invented service)');
      expect(name.cy).toContain('(gwasanaeth dychmygol)');
    }
  });
});
