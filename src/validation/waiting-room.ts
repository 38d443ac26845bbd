import type { ArrivingReturn } from './held-return.ts';
import type { Place } from './place.ts';
import { senderGone } from './refusals.ts';

/** A return that waits for a place. */
interface Waiting extends Pick<ArrivingReturn, 'source' | 'owner'> {
  readonly admit: (place: Place) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Where returns wait for a place: those of one owner in the order in which they came, the owners turn by turn. */
export class WaitingRoom {
  /** Never an empty queue; the owner whose turn is next comes first. */
  readonly #queues = new Map<string, Waiting[]>();

  /** How many wait. */
  get size(): number {
    return this.owners().length;
  }

  /** Whose returns wait: an owner once for each. */
  owners(): string[] {
    return [...this.#queues.values()].flat().map(({ owner }) => owner);
  }

  /** How many of an owner wait. */
  countOf(owner: string): number {
    return this.#queues.get(owner)?.length ?? 0;
  }

  /** Waits until a place is given, or the sender goes away. */
  wait({ source, owner, gone }: Omit<ArrivingReturn, 'body'>): Promise<Place> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#remove(waiting);
        reject(senderGone());
      };
      const waiting: Waiting = {
        ...{ source, owner },
        admit(place) {
          gone?.removeEventListener('abort', leave);
          resolve(place);
        },
        refuse(reason) {
          gone?.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      gone?.addEventListener('abort', leave);
      this.#queues.set(owner, [...(this.#queues.get(owner) ?? []), waiting]);
    });
  }

  /** Takes out the next whose owner may have a place. That owner's turn then comes after all others'. */
  takeNext(mayHold: (owner: string) => boolean): Waiting | null {
    for (const [owner, queue] of this.#queues) {
      const [next] = queue;
      if (next === undefined || !mayHold(owner)) continue;
      this.#remove(next);
      const later = this.#queues.get(owner);
      if (later !== undefined && this.#queues.delete(owner)) this.#queues.set(owner, later);
      return next;
    }
    return null;
  }

  /** Turns all away. */
  refuseAll(reason: unknown): void {
    const all = [...this.#queues.values()].flat();
    this.#queues.clear();
    for (const { refuse } of all) refuse(reason);
  }

  #remove(waiting: Waiting): void {
    const { owner } = waiting;
    const rest = (this.#queues.get(owner) ?? []).filter((each) => each !== waiting);
    if (rest.length === 0) this.#queues.delete(owner);
    else this.#queues.set(owner, rest);
  }
}
