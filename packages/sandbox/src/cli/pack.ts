import { loadBundledWorld, packDirectory, writeWorld } from '../worlds';
import { Io, UsageError } from './io';

/** Packs a folder of recordings into archives. */
export function pack(options: { from?: string; to?: string }, io: Io): void {
  const { from, to } = options;
  if (from === undefined || to === undefined) {
    throw new UsageError(
      'Pack what, and where to? npm run sandbox -- pack DIR --out DIR',
    );
  }
  const packed = packDirectory({ from, to });
  for (const { file, bytes } of packed) {
    io.out(`${String(bytes).padStart(8)}  ${file}`);
  }
  const total = packed.reduce((sum, { bytes }) => sum + bytes, 0);
  io.out(`${String(total).padStart(8)}  bytes in all`);
}

/** Writes a bundled world as a folder of recordings, to read or to change. */
export function unpack(options: { name?: string; to?: string }, io: Io): void {
  const { name, to } = options;
  if (name === undefined || to === undefined) {
    throw new UsageError(
      'Unpack which world, and where to? npm run sandbox -- unpack NAME --out DIR',
    );
  }
  writeWorld(loadBundledWorld(name), to);
  io.out(`${name} is in ${to}`);
}
