import type { ArrivingReturn, Sender } from './held-return.ts';
import type { Place } from './place.ts';
import { senderGone } from './refusals.ts';

/** A return that waits for a place. */
interface Waiting extends Pick<ArrivingReturn, 'source'> {
  readonly sender: Sender;
  readonly admit: (place: Place) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Where returns wait for a place: those of one owner in the order in which they came, the owners turn by turn. */
export class WaitingRoom {
  /** Never an empty queue; the owner whose turn is next comes first. */
  readonly #queues = new Map<string, Waiting[]>();

  /** How many wait. */
  get size(): number {
    return this.senders().length;
  }

  /** Whose returns wait: a sender once for each. */
  senders(): Sender[] {
    return [...this.#queues.values()].flat().map(({ sender }) => sender);
  }

  /** Waits until a place is given, or the sender goes away. */
  wait({ source, owner, among, gone }: Omit<ArrivingReturn, 'body'>): Promise<Place> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#remove(waiting);
        reject(senderGone());
      };
      const waiting: Waiting = {
        source,
        sender: { owner, ...(among !== undefined && { among }) },
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

  /** Takes out the next whose sender may have a place. That owner's turn then comes after all others'. */
  takeNext(mayHold: (sender: Sender) => boolean): Waiting | null {
    for (const [owner, queue] of this.#queues) {
      const [next] = queue;
      if (next === undefined || !mayHold(next.sender)) continue;
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
    const { owner } = waiting.sender;
    const rest = (this.#queues.get(owner) ?? []).filter((each) => each !== waiting);
    if (rest.length === 0) this.#queues.delete(owner);
    else this.#queues.set(owner, rest);
  }
}
