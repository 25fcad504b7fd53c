import { message } from '@lbc-backstage/plugin-lbc-common';
import { KindStep } from './step';

const KUBE_SYSTEM = 'kube-system';

/**
 * Every cluster has kube-system. A list without it was filtered by somebody's
 * rights, and then nothing is known of what else was taken out.
 */
export const namespacesStep: KindStep<'namespaces'> = {
  kind: 'namespaces',
  async read({ reader }) {
    const outcome = await reader.list('namespaces');
    const whole = [...outcome.items].some(
      ({ metadata }) => metadata.name === KUBE_SYSTEM,
    );
    return outcome.coverage === 'complete' && !whole
      ? {
          ...outcome,
          coverage: 'partial',
          reason: message('source.kube-system-hidden'),
        }
      : outcome;
  },
};
