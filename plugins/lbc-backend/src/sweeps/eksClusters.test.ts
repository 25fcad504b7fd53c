import { ClusterBinding, message } from '@lbc-backstage/plugin-lbc-common';
import { describeEngine } from './__testUtils__/describeEngine';
import { SCOPE } from './__testUtils__/sources';

jest.setTimeout(60_000);

const ARN = `arn:aws:eks:${SCOPE.region}:${SCOPE.accountId}:cluster/prod`;

describeEngine('clusters of EKS', t => {
  function binding(now: string, more: Partial<ClusterBinding> = {}) {
    return {
      clusterTag: 'prod',
      accountId: SCOPE.accountId,
      region: SCOPE.region,
      vpcId: 'vpc-1',
      cluster: 'prod-1',
      clusterUid: 'uid-prod-1',
      evidence: message('binding.status', {}),
      firstSeenAt: now,
      lastSeenAt: now,
      ...more,
    };
  }

  it('are asked for once a binding was proven to be one, also when it is not any more', async () => {
    const { domain, aws, kubernetes } = await t.start();
    let eksArn: string | undefined;
    domain.adjust = (result, { now }) => ({
      ...result,
      bindings: [binding(now, eksArn === undefined ? {} : { eksArn })],
    });
    await t.run();
    await t.harness.advance(600);
    expect(aws.eksAsked.at(-1)).toEqual([]);

    // Within the hour in which a binding is not written again.
    eksArn = ARN;
    kubernetes.add('prod-1', { ingresses: ['shop/web'] });
    await t.harness.advance(600);
    await t.harness.advance(600);
    expect(aws.eksAsked.at(-1)).toEqual([ARN]);

    // EKS does not name it any more; the portal lets the cluster go.
    eksArn = undefined;
    kubernetes.add('prod-1', { ingresses: ['shop/web', 'shop/api'] });
    await t.harness.advance(7_200);
    kubernetes.clusters.delete('prod-1');
    await t.harness.advance(600);
    await t.harness.advance(600);
    expect(aws.eksAsked.at(-1)).toEqual([ARN]);
  });

  it('are told by what configuration says of a cluster', async () => {
    const seen: Array<string | undefined> = [];
    const { domain } = await t.start({
      lbc: { eksClusters: [{ cluster: 'prod-1', arn: ARN }] },
    });
    domain.adjust = (result, { cluster }) => {
      seen.push(cluster.eksArn);
      return result;
    };
    await t.run();
    expect(seen).toContain(ARN);
  });
});
