import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own with little room. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves not a byte free. */
  fill(): Promise<void>;
  /** Gives back what `fill` took. */
  makeRoom(): Promise<void>;
  close(): void;
}

/** Mounts a tmpfs, which only root may, on systems that let root. */
export function openSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'spcd-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'spcd-test', folder], {
    stdio: 'pipe',
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    async fill() {
      const file = await open(filler, 'a');
      try {
        // Ever smaller pieces, until not even a byte has room.
        for (let piece = Buffer.alloc(1024 * 1024); piece.length > 0; ) {
          const written = await file.write(piece).then(
            ({ bytesWritten }) => bytesWritten,
            (error: NodeJS.ErrnoException) => {
              if (error.code !== 'ENOSPC') throw error;
              return 0;
            },
          );
          if (written === 0) piece = piece.subarray(0, Math.floor(piece.length / 2));
        }
      } finally {
        await file.close();
      }
    },
    makeRoom: () => rm(filler, { force: true }),
    close() {
      // Lazily: a server that was killed may still be closing its files.
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether this system lets us mount a small disk. */
export function maySmallDisksBeOpened(): boolean {
  try {
    const disk = openSmallDisk(1);
    mkdirSync(join(disk.folder, 'it-works'));
    disk.close();
    return true;
  } catch {
    return false;
  }
}
