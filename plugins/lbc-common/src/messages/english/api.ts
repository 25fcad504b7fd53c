import { MessageTemplates } from '../templates';

/** What the API says of entities, annotations and configuration. Codes: `entity.…`, `config.…`. */
export const apiEnglish = {
  'config.kubernetes-missing':
    'The portal knows no Kubernetes cluster: the block kubernetes is missing from its configuration.',
} as const satisfies MessageTemplates;
