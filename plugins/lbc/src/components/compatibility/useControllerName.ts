import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../translation';
import type { Controller } from './types';

/** What a controller is called. */
export function useControllerName() {
  const { t } = useTranslationRef(lbcTranslationRef);
  return (controller: Controller): string => {
    const { kind, cluster, namespace, name } = controller;
    return kind === 'eks-auto-mode'
      ? t('compatibility.autoMode', { cluster })
      : [cluster, namespace, name].filter(Boolean).join(' / ');
  };
}
