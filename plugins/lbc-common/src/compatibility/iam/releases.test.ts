import { DefaultKnowledge } from '../../knowledge-data';
import { Release, ReleaseIamAction } from '../../knowledge/types';
import { iamDelta } from '../../knowledge/delta/iam';
import { statementsOf, rolePolicies } from './__testUtils__/roles';
import { iamVariantOf } from '../../knowledge/partitions';
import { requiredActions } from './required';
import { statementsFor, weigh } from './shortfall';

jest.setTimeout(120_000);

const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
];
const OPTIONAL = {
  flags: {},
  gates: {
    GlobalAcceleratorController: true,
    EnableCertificateManagement: true,
    EnableRGTAPI: true,
  },
};
const NO_GATES = { flags: {}, gates: {} };

let releases: Release[];

beforeAll(async () => {
  const knowledge = DefaultKnowledge.create();
  releases = await Promise.all(
    knowledge.releases.map(async ({ version }) => {
      const release = await knowledge.load(version);
      if (!release) {
        throw new Error(`${version} is not known`);
      }
      return release;
    }),
  );
});

/** Upstream's policy of a partition at a release; nothing where it has none. */
function policyOf(release: Release, partition: string) {
  const variant = iamVariantOf(partition);
  return variant && release.iam[variant];
}

/** What a release asks for and a policy does not grant. */
function shortOf(
  policy: readonly ReleaseIamAction[],
  release: Release,
  partition: string,
  controller: Parameters<typeof requiredActions>[0]['controller'] = NO_GATES,
) {
  return weigh({
    required: requiredActions({ release, partition, controller }) ?? [],
    role: rolePolicies([...statementsOf(policy)]),
    facts: { partition },
  }).filter(({ decision }) => decision !== 'granted');
}

it('has 65 releases to look at', () => {
  expect(releases.length).toBeGreaterThanOrEqual(65);
});

it('holds optional policies apart from the main one', () => {
  for (const { iam } of releases) {
    for (const { action } of iam.aws ?? []) {
      expect(action).not.toMatch(/^(globalaccelerator|route53|acm-pca):/);
    }
  }
});

it.each(PARTITIONS)(
  'a release is satisfied by its own policy: %s',
  partition => {
    const judged = releases.flatMap(release => {
      const policy = policyOf(release, partition);
      return policy
        ? [[release.version, shortOf(policy, release, partition)] as const]
        : [];
    });
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.filter(([, short]) => short.length > 0)).toEqual([]);
  },
);

it('a release with every gate is satisfied by all of its policies', () => {
  for (const release of releases) {
    const policy = [
      ...(release.iam.aws ?? []),
      ...(release.iam.aga ?? []),
      ...(release.iam.acm_certs ?? []),
      {
        action: 'tag:GetResources',
        effect: 'Allow' as const,
        resources: ['*'],
      },
    ];
    expect(shortOf(policy, release, 'aws', OPTIONAL)).toEqual([]);
  }
});

/** A statement of the older policy that allows all that a newer one does, told by its text. */
function wasAllowed(
  { action, resources, condition }: ReleaseIamAction,
  older: readonly ReleaseIamAction[],
): boolean {
  return older.some(
    each =>
      each.action === action &&
      (each.condition === undefined ||
        JSON.stringify(each.condition) === JSON.stringify(condition)) &&
      resources.every(resource =>
        each.resources.some(
          wider =>
            wider === '*' ||
            wider === resource ||
            // As `loadbalancer/*` of 2.0.0 is wider than `loadbalancer/app/*/*`.
            (wider.endsWith('/*') && resource.startsWith(wider.slice(0, -1))),
        ),
      ),
  );
}

it.each(PARTITIONS)(
  "the policy of the release before is short by exactly the knowledge's delta: %s",
  partition => {
    let short = 0;
    releases.slice(1).forEach((release, index) => {
      const before = releases[index];
      const older = policyOf(before, partition);
      const newer = policyOf(release, partition);
      if (!older || !newer) {
        return;
      }
      const lacking = shortOf(older, release, partition).map(
        ({ required }) => required,
      );
      const variant = iamVariantOf(partition) ?? 'aws';
      const { added, changed } = iamDelta(before.iam, release.iam, variant);
      const names = new Set([
        ...added.map(each => each.action),
        ...changed.map(each => each.action),
      ]);
      const expected = newer.filter(
        each => names.has(each.action) && !wasAllowed(each, older),
      );
      expect([release.version, lacking]).toEqual([release.version, expected]);
      short += lacking.length;
    });
    expect(short).toBeGreaterThanOrEqual(partition === 'aws' ? 14 : 0);
  },
);

it('the newest policy satisfies every release', () => {
  const newest = releases[releases.length - 1].iam.aws ?? [];
  for (const release of releases) {
    expect([release.version, shortOf(newest, release, 'aws')]).toEqual([
      release.version,
      [],
    ]);
  }
});

it('what is to be added is the fewest statements that suffice', () => {
  const older = releases.find(({ version }) => version === 'v2.8.0');
  const newer = releases[releases.length - 1];
  const policy = older?.iam.aws ?? [];
  const lacking = shortOf(policy, newer, 'aws');
  const statements = statementsFor(lacking.map(({ required }) => required));
  expect(statements.length).toBeLessThanOrEqual(3);
  const role = rolePolicies([
    ...statementsOf(policy),
    ...statements.map(each => ({ ...each })),
  ]);
  const required = requiredActions({ release: newer, partition: 'aws' }) ?? [];
  expect(
    weigh({ required, role, facts: { partition: 'aws' } }).filter(
      ({ decision }) => decision !== 'granted',
    ),
  ).toEqual([]);
});
