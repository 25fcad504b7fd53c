import type { MessageTemplates } from '../templates';

/** What is said of the releases of the controller. */
export const knowledgeEnglish = {
  'stop.leader-lock':
    'Leader election of {from} writes to {fromLock} and that of {to} to {toLock}: while one replaces the other, both would lead. Stop at this release, which writes to both, or scale the old Deployment to 0 first.',
  'stop.kubernetes-range':
    '{older} is documented up to Kubernetes {max} and {newer} from {min} on. Run this release while you upgrade the cluster.',
} as const satisfies MessageTemplates;
