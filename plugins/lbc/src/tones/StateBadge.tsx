import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { STATE_TONES } from '@lbc-backstage/plugin-lbc-common';
import type { LifecycleState } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../translation';
import { ToneBadge } from './ToneBadge';

/** A state as icon and word. */
export function StateBadge(props: { state: LifecycleState; size?: number }) {
  const { state, size } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <ToneBadge
      tone={STATE_TONES[state] ?? 'grey'}
      word={t(`state.${state}`)}
      size={size}
      oneLine
      data-state={state}
    />
  );
}
