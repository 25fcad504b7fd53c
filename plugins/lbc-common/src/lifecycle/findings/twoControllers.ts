import { message } from '../../messages';
import { FindingRule } from './types';

/** F9: more than one Deployment of the controller runs in the cluster. */
export const twoControllers: FindingRule = {
  code: 'two-controllers',
  title: message('finding.two-controllers'),
  failureModes: ['F9'],
  find({ subject }) {
    const running = (subject.cluster?.controllers.controllers ?? []).filter(
      ({ replicas }) => replicas.wanted > 0,
    );
    return running.length > 1 && subject.owners.length > 0
      ? {
          messages: [
            message('finding.two-controllers.is', {
              controllers: running.map(
                ({ namespace, name }) => `${namespace}/${name}`,
              ),
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.two-controllers.do'),
          evidence: running.map(
            ({ namespace, name, replicas, observedAt }) => ({
              message: message('evidence.deployment', {
                namespace,
                name,
                ...replicas,
              }),
              source: 'kubernetes' as const,
              observedAt,
              role: 'supports' as const,
            }),
          ),
        }
      : undefined;
  },
};
