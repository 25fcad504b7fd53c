import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../translation';
import { versionName } from '../compatibility/names';
import type { Target } from './types';

/** What a target is called: `v3.5.0`, or `Kubernetes 1.35`. */
export function useTargetName() {
  const { t } = useTranslationRef(lbcTranslationRef);
  return (target: Target): string =>
    target.kind === 'kubernetes'
      ? t('readiness.target.kubernetesName', { version: target.version })
      : versionName(target.version);
}
