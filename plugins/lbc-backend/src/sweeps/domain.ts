import {
  correlateCluster,
  correlateUnclaimed,
  RULES_VERSION,
} from '@lbc-backstage/plugin-lbc-common';

/** The judgement, as a value: tests put their own in its place. */
export interface Domain {
  correlateCluster: typeof correlateCluster;
  correlateUnclaimed: typeof correlateUnclaimed;
  rulesVersion: number;
}

/** The product's own judgement. */
export const defaultDomain: Domain = {
  correlateCluster,
  correlateUnclaimed,
  rulesVersion: RULES_VERSION,
};
