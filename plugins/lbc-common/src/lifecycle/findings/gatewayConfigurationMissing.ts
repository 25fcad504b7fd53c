import { provesAbsence } from '../../inventory/coverage';
import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

const KIND = 'LoadBalancerConfiguration';

/** O26: the Gateway names a LoadBalancerConfiguration that is not there; no event says so. */
export const gatewayConfigurationMissing: FindingRule = {
  code: 'gateway-configuration-missing',
  title: message('finding.gateway-configuration-missing'),
  failureModes: ['O26'],
  remedies: true,
  find({ subject }) {
    const { cluster } = subject;
    const kind = cluster?.snapshot.kinds.loadBalancerConfigurations;
    if (
      !cluster ||
      !cluster.families.gateway.complete ||
      !provesAbsence(kind)
    ) {
      return undefined;
    }
    for (const owner of subject.owners) {
      const { namespace, name } = owner.record.metadata;
      const reference =
        owner.record.kind === 'Gateway' &&
        owner.record.claim.status === 'claimed'
          ? ClusterFacts.of(cluster.snapshot).gateway(namespace, name)?.spec
              ?.infrastructure?.parametersRef
          : undefined;
      const isThere = kind.items.some(
        ({ metadata }) =>
          metadata.namespace === namespace && metadata.name === reference?.name,
      );
      if (reference?.kind === KIND && !isThere) {
        const said = message('finding.gateway-configuration-missing.is', {
          ...objectOf(owner),
          configuration: `${namespace}/${reference.name}`,
        });
        return {
          messages: [said],
          who: 'you',
          whatToDo: message('finding.gateway-configuration-missing.do', {
            configuration: `${namespace}/${reference.name}`,
          }),
          evidence: [ownerEvidence(subject, owner, said)],
        };
      }
    }
    return undefined;
  },
};
