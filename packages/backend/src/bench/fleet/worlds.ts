import { FleetOptions, FleetWorld, generate, Size } from 'lbc-sandbox';
import { pagesWorld } from './pagesWorld';

/** Which fleet a measurement runs on. */
export type FleetSpec =
  /** One generated fleet; its account is not the portal's own. */
  | { kind: 'generated'; size: Size; seed: number }
  /** Clusters whose lists have so many pages, by the clusters' names. */
  | { kind: 'pages'; clusters: Record<string, number>; pageSize: number }
  /** So many accounts, none of them the portal's own, with two Regions each. */
  | { kind: 'accounts'; accounts: number };

/** An account that holds nothing but the portal. */
const PORTAL_ACCOUNT = '555555555555';
const REGIONS = ['eu-west-1', 'eu-central-1'];

/** The options of a fleet as a measurement wants it. */
export function fleetOptions(spec: FleetSpec): FleetOptions {
  return {
    worlds: worldsOf(spec),
    mainAccountId: PORTAL_ACCOUNT,
    throttle: false,
  };
}

function worldsOf(spec: FleetSpec): FleetWorld[] {
  switch (spec.kind) {
    case 'generated':
      return [{ world: generate(spec) }];
    case 'pages':
      return [{ world: pagesWorld(spec) }];
    default:
      return Array.from({ length: spec.accounts }, (_, index) =>
        REGIONS.map((region, place) => ({
          world: generate({
            size: 'S',
            seed: 1 + index * REGIONS.length + place,
          }),
          accountId: String(100_000_000_001 + index),
          region,
        })),
      ).flat();
  }
}
