import { message } from '../../messages';
import { holders } from './parts';
import { FindingRule } from './types';

/** F2: the Deployment is gone, and objects still hold the controller's finalizers. */
export const controllerUninstalled: FindingRule = {
  code: 'controller-uninstalled',
  title: message('finding.controller-uninstalled'),
  failureModes: ['F2'],
  find({ subject }) {
    const { cluster } = subject;
    const { because, decisivelyGone, observedAt } = cluster?.controllers ?? {};
    const holding = holders(subject).filter(
      ({ record }) => record.finalizers.length > 0,
    );
    return cluster &&
      because?.code === 'controller.no-deployment' &&
      decisivelyGone &&
      holding.length > 0
      ? {
          messages: [
            because,
            message('finding.controller-uninstalled.is', {
              objects: holding.map(({ record }) => record.key),
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.controller-uninstalled.do', {
            cluster: cluster.name,
          }),
          evidence: [
            {
              message: because,
              source: 'kubernetes',
              observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
