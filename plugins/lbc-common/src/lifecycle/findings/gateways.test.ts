import { Cases, all, shows } from './__testUtils__/situation';

type Change = NonNullable<Cases[string]['holds']['kinds']>;

const GATEWAY = 'gateway-alb';

/** All routes are detached from the listeners. */
const detached: Change = ({ gateways }) => ({
  gateways: gateways && {
    ...gateways,
    items: gateways.items.map(each => ({
      ...each,
      status: {
        ...each.status,
        listeners: each.status?.listeners?.map(listener => ({
          ...listener,
          attachedRoutes: 0,
        })),
      },
    })),
  },
});

const noConfigurations: Change = ({ loadBalancerConfigurations: kind }) => ({
  loadBalancerConfigurations: kind && { ...kind, items: [] },
});

const without =
  (name: string): Change =>
  ({ customResourceDefinitions: kind }) => ({
    customResourceDefinitions: kind && {
      ...kind,
      items: kind.items.filter(({ metadata }) => metadata.name !== name),
    },
  });

const release =
  (version: string): Change =>
  ({ deployments }) => ({
    deployments: deployments && {
      ...deployments,
      items: deployments.items.map(each => ({
        ...each,
        spec: {
          ...each.spec,
          template: {
            spec: {
              containers: each.spec?.template?.spec?.containers?.map(
                container => ({
                  ...container,
                  image: container.image.replace(/:v?[\d.]+/, `:${version}`),
                }),
              ),
            },
          },
        },
      })),
    },
  });

const CASES: Cases = {
  'hollow-gateway': {
    holds: {
      world: GATEWAY,
      kinds: detached,
      scope: snapshot => ({
        ...snapshot,
        kinds: {
          ...snapshot.kinds,
          targetGroups: snapshot.kinds.targetGroups && {
            ...snapshot.kinds.targetGroups,
            items: [],
          },
        },
      }),
    },
    // Target groups were not read whole.
    not: {
      world: GATEWAY,
      kinds: detached,
      scope: snapshot => ({
        ...snapshot,
        kinds: {
          ...snapshot.kinds,
          targetGroups: snapshot.kinds.targetGroups && {
            ...snapshot.kinds.targetGroups,
            coverage: 'failed',
            items: [],
          },
        },
      }),
    },
  },
  'gateway-configuration-missing': {
    holds: { world: GATEWAY, kinds: noConfigurations },
    not: {
      world: GATEWAY,
      kinds: ({ loadBalancerConfigurations: kind }) => ({
        loadBalancerConfigurations: kind && {
          ...kind,
          coverage: 'denied',
          items: [],
        },
      }),
    },
  },
  'gateway-crds-too-old': {
    holds: {
      world: GATEWAY,
      kinds: without('listenerruleconfigurations.gateway.k8s.aws'),
    },
    // A release that does not look for them.
    not: {
      world: GATEWAY,
      kinds: all(
        without('listenerruleconfigurations.gateway.k8s.aws'),
        release('v2.17.1'),
      ),
    },
  },
};

describe.each(Object.entries(CASES))('%s', (code, { holds, not }) => {
  it('is found where it is', () => {
    expect(shows(holds, code)).toBe(true);
  });

  it('is not found where it is not', () => {
    expect(shows(not, code)).toBe(false);
  });
});
