import { resolve } from 'path';
import { compareReleases } from '../../src/knowledge/compareReleases';
import { parseReleaseVersion } from '../../src/knowledge/versions';
import { DefaultKnowledge } from '../../src/knowledge-data';
import { Clone } from './upstream/Clone';
import { compareRelease, Comparison, SUBJECTS } from './upstream/compare';
import { deriveAll } from './upstream/derive';
import { expectedFirst, featuresSeen } from './upstream/features';

/** What no file at a tag says, or says so that a program could read it. */
const NOT_RE_DERIVED = [
  'breaking changes and required actions (written by hand)',
  'known issues (written by hand, from upstream’s issues)',
  'versions of the chart (another repository has them)',
  'annotations of ALB Ingress Controller v1 that v2 never read',
  'CRDs that the Gateway controllers need before v3.2.0, and what happens without',
];

/** Re-derives the release data: npm run knowledge:check -- CLONE [--json] */
async function main(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const [folder, ...rest] = args.filter(arg => arg !== '--json');
  if (!folder || rest.length) {
    process.stderr.write(
      'Usage: npm run knowledge:check -- <clone of the controller’s repository> [--json]\n',
    );
    return 2;
  }
  const clone = Clone.open(resolve(folder));
  const tags = clone
    .tags('v*')
    .filter(({ name }) => {
      const parsed = parseReleaseVersion(name);
      return parsed?.kind === 'release' && parsed.major >= 2;
    })
    .sort((a, b) => compareReleases(a.name, b.name));
  const knowledge = DefaultKnowledge.create();
  const comparison = new Comparison();
  const known = new Set(knowledge.releases.map(({ version }) => version));
  for (const name of new Set([...known, ...tags.map(tag => tag.name)])) {
    const tagged = tags.some(tag => tag.name === name);
    comparison.fact(name, 'releases', 'release', known.has(name), tagged);
  }
  const shared = tags.filter(({ name }) => known.has(name));
  for (const derived of deriveAll(clone, shared)) {
    const ours = await knowledge.load(derived.version);
    if (ours) {
      compareRelease(comparison, ours, derived);
    }
  }
  const names = shared.map(({ name }) => name);
  const features = knowledge.features.filter(
    // Of v1 only: none of these tags ever read it.
    ({ lastIn, neverRead }) => lastIn === undefined && !neverRead,
  );
  for (const seen of featuresSeen(clone, names, features)) {
    const { name } = seen.feature;
    comparison.fact(
      expectedFirst(seen.feature, names[0]),
      'features',
      `${name} first named in`,
      expectedFirst(seen.feature, names[0]),
      seen.first,
    );
    comparison.fact(
      names[names.length - 1],
      'features',
      `${name} still named`,
      true,
      seen.inNewest,
    );
  }
  report(comparison, { json, releases: shared.length });
  return comparison.disagreements.length > 0 ? 1 : 0;
}

function report(
  { counts, disagreements }: Comparison,
  { json, releases }: { json: boolean; releases: number },
): void {
  const subjects = SUBJECTS.map(subject => ({
    subject,
    facts: counts.get(subject) ?? 0,
    disagreements: disagreements.filter(each => each.subject === subject)
      .length,
  }));
  if (json) {
    const body = {
      releases,
      subjects,
      notReDerived: NOT_RE_DERIVED,
      disagreements,
    };
    process.stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    return;
  }
  for (const { release, subject, what, ours, upstream } of disagreements) {
    process.stdout.write(
      `${release} ${subject}: ${what}: ours ${ours}, upstream ${upstream}\n`,
    );
  }
  for (const { subject, facts, disagreements: count } of subjects) {
    process.stdout.write(
      `${subject.padEnd(14)}${String(facts).padStart(8)} facts${String(
        count,
      ).padStart(6)} disagreements\n`,
    );
  }
  process.stdout.write(
    `${releases} releases, ${
      disagreements.length
    } disagreements. Not re-derived: ${NOT_RE_DERIVED.join('; ')}.\n`,
  );
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 2;
  },
);
