import { execFileSync } from 'child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { compareReleases } from '../../src/knowledge/compareReleases';
import type { Release } from '../../src/knowledge/types';
import {
  applyChange,
  ReleaseBody,
} from '../../src/knowledge-data/lines/applyChange';
import { lineSchema, ReleaseLine } from '../../src/knowledge-data/lines/schema';
import {
  releaseSchema,
  releaseSummarySchema,
} from '../../src/schema/knowledge';
import { changeOf } from './encode';
import { readFacts } from './facts';
import { featuresOf } from './features';
import { releasesOf } from './releases';
import { sameText } from './tables';

const OUT = resolve(__dirname, '../../src/knowledge-data/data');

/** Writes the release data from a folder of facts: npm run knowledge:build -- FOLDER */
function main([folder]: string[]): void {
  if (!folder) {
    throw new Error(
      'Give the folder of facts: npm run knowledge:build -- FOLDER',
    );
  }
  const facts = readFacts(resolve(folder));
  const releases = releasesOf(facts).sort((a, b) =>
    compareReleases(a.version, b.version),
  );
  const lines = linesOf(releases);
  mkdirSync(OUT, { recursive: true });
  for (const file of readdirSync(OUT)) {
    rmSync(join(OUT, file));
  }
  write('releases.json', JSON.stringify(releases.map(summaryOf)));
  write('features.json', JSON.stringify(featuresOf(facts)));
  for (const line of lines) {
    write(`${line.line}.json`, JSON.stringify(lineSchema.parse(line)));
  }
  write('lines.ts', loaders(lines.map(({ line }) => line)));
  pretty();
  process.stdout.write(
    `Wrote ${releases.length} releases in ${lines.length} lines to ${OUT}\n`,
  );
}

function summaryOf(release: Release) {
  return releaseSummarySchema.strip().parse(release);
}

/** Each release is made again from what is written, and must be the same. */
function linesOf(releases: readonly Release[]): ReleaseLine[] {
  const lines: ReleaseLine[] = [];
  let before: ReleaseBody | undefined;
  for (const release of releases) {
    const name = /^v\d+\.\d+/.exec(release.version)?.[0] ?? release.version;
    let line = lines[lines.length - 1];
    if (line?.line !== name) {
      line = { line: name, releases: [] };
      lines.push(line);
    }
    const change = changeOf(before, release);
    before = applyChange(before, change);
    const again = releaseSchema.parse({ ...summaryOf(release), ...before });
    if (!sameText(again, release)) {
      throw new Error(
        `${release.version} is not the same when it is read again`,
      );
    }
    line.releases.push(change);
  }
  return lines;
}

function loaders(lines: readonly string[]): string {
  return [
    '// Written by `npm run knowledge:build`.',
    '',
    '/** The release lines, oldest first, each loaded when it is asked for. */',
    'export const LINES: ReadonlyArray<{',
    '  line: string;',
    '  load: () => Promise<unknown>;',
    '}> = [',
    ...lines.map(
      line => `{ line: '${line}', load: () => import('./${line}.json') },`,
    ),
    '];',
  ].join('\n');
}

function write(name: string, text: string): void {
  writeFileSync(join(OUT, name), text);
}

/** As the repository formats everything, so that changes can be read. */
function pretty(): void {
  const prettier = require.resolve('prettier/bin-prettier.js');
  execFileSync(process.execPath, [
    prettier,
    '--loglevel',
    'warn',
    '--write',
    OUT,
  ]);
}

main(process.argv.slice(2));
