import type { Day } from './day.ts';
import { type Episode, REOPENING_DAYS } from './merge-episodes.ts';

/**
 * Finds the episode that something dated belongs to: of the person's episodes, at the service if it is named,
 * the last one received by that day that was open then or closed no more than 28 days before.
 *
 * @returns Null where the person has no case, or no episode fits.
 */
export class EpisodeFinder {
  readonly #byPerson = new Map<string, Episode[]>();

  constructor(episodes: readonly Episode[]) {
    for (const episode of episodes) {
      const known = this.#byPerson.get(episode.person);
      if (known) known.push(episode);
      else this.#byPerson.set(episode.person, [episode]);
    }
    for (const known of this.#byPerson.values()) known.sort((one, other) => other.received - one.received);
  }

  has(person: string): boolean {
    return this.#byPerson.has(person);
  }

  find(person: string, service: string | null, day: Day): Episode | null {
    const fitting = (this.#byPerson.get(person) ?? []).filter(
      (episode) =>
        (service === null || episode.service === service) &&
        episode.received <= day &&
        (episode.closed === null || day <= episode.closed + REOPENING_DAYS),
    );
    // With no service named, an episode that was taken on is likelier than a referral that was not.
    return fitting.find((episode) => episode.declined === null) ?? fitting[0] ?? null;
  }
}
