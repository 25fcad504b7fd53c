import { MessageTemplates } from '../templates';

/** What sweeps, jobs and history say of themselves. Codes: `sweep.…`, `history.…`. */
export const sweepsEnglish = {
  'sweep.discovery-failed':
    'The list of clusters could not be read from the kubernetes plugin: {detail}. The clusters known before are swept as they were.',
  'sweep.detail-no-load-balancer':
    'There is no load balancer to read, or its account and Region are no longer among the AWS scopes that are configured.',
  'sweep.detail-failed':
    'The reading broke off: {detail}. What was read before stays, with its age.',
  'sweep.failed':
    'The last sweep broke off: {detail}. What was read before stays, with its age.',
  'sweep.nothing-read': 'The last sweep could read nothing at all.',
  'sweep.health-unread':
    'The health of {count|one target group|{count} target groups} was not read yet; it comes at the pace of the API budget.',
  'sweep.binding-configured':
    'Configuration (lbc.bindings) says that the cluster tag {clusterTag} is the cluster {cluster}.',
  'history.gone':
    'It is no longer there: the sweep that no longer shows it read everything.',
  'history.left-portal':
    'The portal no longer sweeps {target}, so nobody watches it here.',
} as const satisfies MessageTemplates;
