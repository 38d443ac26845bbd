import { SMALL_BYTES } from '../validation/pool-room.ts';

/** A body that is arriving, to be taken in later. */
export interface Arrival {
  /**
   * The ids of those of its owner that began before it and have not ended, and of which more than `SMALL_BYTES` have
   * come: whoever has sent a few bytes and stops takes no room on the disk, and keeps nobody waiting.
   */
  earlier(): readonly string[];
  /** Bytes of its owner that have arrived, its own among them, of those that have not ended. */
  ownBytes(): number;
  /** Writes down that so many bytes more have arrived. */
  add(bytes: number): void;
  /** It lies in the database, or nothing of it is kept. */
  end(): void;
}

/** Bodies that are arriving, to be taken in later: each lies on the disk of this process until the database has it. */
export interface ReceivingRoom {
  begin(id: string, owner: string): Arrival;
  /** Bytes of all that have not ended. */
  bytes(): number;
}

/** Knows of the bodies that arrive at this process, and of no other's. */
export function createReceivingRoom(): ReceivingRoom {
  /** In the order in which they began. */
  const arriving = new Map<string, { readonly owner: string; bytes: number }>();
  const sum = (owner?: string): number => {
    let bytes = 0;
    for (const each of arriving.values()) {
      if (owner === undefined || each.owner === owner) bytes += each.bytes;
    }
    return bytes;
  };
  return {
    begin(id, owner) {
      const own = { owner, bytes: 0 };
      const before = [...arriving].flatMap(([other, { owner: whose }]) => (whose === owner ? [other] : []));
      arriving.set(id, own);
      return {
        earlier: () => before.filter((other) => (arriving.get(other)?.bytes ?? 0) > SMALL_BYTES),
        ownBytes: () => sum(owner),
        add(bytes) {
          own.bytes += bytes;
        },
        end() {
          arriving.delete(id);
        },
      };
    },
    bytes: () => sum(),
  };
}
