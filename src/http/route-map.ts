import type { RouteOptions } from 'fastify';
import './route-config.ts';

interface KnownRoute {
  readonly pattern: RegExp;
  readonly methods: ReadonlySet<string>;
  readonly isOpen: boolean;
}

/** Which methods each address takes: Fastify itself answers a wrong method as if the address did not exist. */
export class RouteMap {
  readonly #routes: KnownRoute[] = [];

  add({ url, method, config }: RouteOptions): void {
    this.#routes.push({
      pattern: patternOf(url),
      methods: new Set([method].flat()),
      isOpen: config?.access !== 'key',
    });
  }

  /** @returns The methods in alphabetical order, OPTIONS among them; undefined if nothing is at the address. */
  find(path: string): { methods: string[]; isOpen: boolean } | undefined {
    const found = this.#routes.filter((route) => route.pattern.test(path));
    if (found.length === 0) return undefined;
    const methods = new Set(['OPTIONS', ...found.flatMap((route) => [...route.methods])]);
    return { methods: [...methods].sort(), isOpen: found.every((route) => route.isOpen) };
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:[a-z_]+/gi, '[^/]+')}$`);
}
