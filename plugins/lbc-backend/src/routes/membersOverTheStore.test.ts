import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  lbcStackReadPermission,
  Subject,
} from '@lbc-backstage/plugin-lbc-common';
import { entityLoadBalancersResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { component, serve } from '../__testUtils__/startApi';
import { createHarness } from '../sweeps/__testUtils__/harness';

jest.setTimeout(60_000);

const ingress = (namespace: string, name: string) => ({
  kind: 'Ingress' as const,
  namespace,
  name,
});

/** Twelve members of one group: eleven of others, and the last of checkout. */
const MEMBERS = [
  ...Array.from({ length: 11 }, (_, index) =>
    ingress('secret', `vault-${index}`),
  ),
  ingress('shop', 'web'),
];

function grouped(subject: Subject): Subject {
  return {
    ...subject,
    owners: MEMBERS.map(each => ({
      ...each,
      exists: true,
      state: 'in-service',
    })),
    members: MEMBERS.map(each => ({ ...each, backends: 0, hosts: [] })),
    matching: {
      ...subject.matching,
      cluster: subject.cluster,
      stacks: ['group/edge'],
      owners: MEMBERS.map(each => ({
        ...each,
        labels: { app: each.namespace === 'shop' ? 'checkout' : 'vault' },
        annotations: {},
      })),
    },
  };
}

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

it('judges members by what the database knows of teams', async () => {
  const harness = await createHarness({ db: await databases.init('SQLITE_3') });
  harness.kubernetes.add('prod-1', { ingresses: ['shop/web'] });
  harness.aws.loadBalancers = ['web'];
  harness.domain.adjust = result => ({
    ...result,
    subjects: result.subjects.map(grouped),
  });
  let claims: string[] | undefined;
  const started = await serve({
    engine: harness.engine,
    now: () => harness.clock.now(),
    entities: [component('checkout'), component('vault')],
    decide: (permission): PolicyDecision =>
      claims && permission === lbcStackReadPermission.name
        ? createLbcStackConditionalDecision(
            lbcStackReadPermission,
            lbcStackConditions.isOwnedBy({ claims }),
          )
        : { result: AuthorizeResult.ALLOW },
  });
  const see = async (name: string) => {
    const { body } = await request(started.server)
      .get(`/api/lbc/entities/by-name/component/default/${name}/load-balancers`)
      .expect(200);
    return entityLoadBalancersResponseSchema.parse(body).items;
  };
  try {
    await harness.engine.start();
    await harness.settle();
    expect((await see('vault'))[0].ownerCount).toBe(12);
    // Its own is beyond the ten that a summary has, and comes first.
    const [all] = await see('checkout');
    expect(all.owners[0].name).toBe('web');
    expect(all.owners).toHaveLength(10);

    claims = ['group:default/team-checkout'];
    const [some] = await see('checkout');
    expect(some.owners.map(({ name }) => name)).toEqual(['web']);
    expect(some.hiddenOwners).toEqual({
      count: 11,
      teams: [{ team: 'group:default/team-vault', count: 11 }],
    });
    const { text } = await request(started.server)
      .get(`/api/lbc/subjects/${some.id}`)
      .expect(200);
    expect(text).not.toMatch(/secret|vault-/);
  } finally {
    await started.stop();
    await harness.engine.stop();
  }
});
